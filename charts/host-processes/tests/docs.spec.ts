import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { chartFiles, chartFolder } from '../../../scripts/chart/files';
import type { Schema } from '../../../scripts/chart/schema';
import { chartValues } from '../../../scripts/chart/values';
import { projectFolder } from '../../../scripts/project-folder';

const read = (file: string) => readFileSync(file, 'utf8');

describe('the chart', () => {
  it.each(chartFiles(read))('$file is as npm run docs writes it', ({ file, text }) => {
    // prettier sets spaces and the dashes of tables.
    expect(read(file).replace(/[\s-]+/g, '')).toBe(text.replace(/[\s-]+/g, ''));
  });

  it('has the version of the package', () => {
    const chart = parse(read(path.join(chartFolder, 'Chart.yaml'))) as Record<string, string>;
    const { version } = JSON.parse(read(path.join(projectFolder, 'package.json'))) as {
      version: string;
    };
    expect([chart.version, chart.appVersion]).toEqual([version, version]);
  });
});

describe('values.schema.json', () => {
  const schema = JSON.parse(read(path.join(chartFolder, 'values.schema.json'))) as Schema;
  const values = chartValues(read(path.join(chartFolder, 'values.yaml')));

  /** The paths below, down to where values.yaml has a value of its own. */
  const leaves = (node: Schema, prefix = ''): string[] =>
    values.some(({ path: name }) => name === prefix) || !node.properties
      ? [prefix]
      : Object.entries(node.properties).flatMap(([key, child]) =>
          leaves(child, prefix ? `${prefix}.${key}` : key),
        );

  it('knows exactly the values of values.yaml', () => {
    expect(leaves(schema)).toEqual(values.map(({ path: name }) => name));
  });

  it('refuses what it does not know, in every chapter', () => {
    const chapters = (node: Schema): Schema[] =>
      node.properties ? [node, ...Object.values(node.properties).flatMap(chapters)] : [];
    expect(chapters(schema).length).toBeGreaterThan(15);
    for (const chapter of chapters(schema)) expect(chapter.additionalProperties).toBe(false);
  });
});
