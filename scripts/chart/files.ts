import path from 'node:path';
import { catalog } from '../../metrics/catalog';
import { projectFolder } from '../project-folder';
import { withValues } from './readme';
import { type Schema, withDescriptions } from './schema';
import { seriesFactors, seriesYaml } from './series-factors';
import { chartValues } from './values';

/** Where the chart lies. */
export const chartFolder = path.join(projectFolder, 'charts', 'host-processes');

/** The chart's files that say what stands elsewhere, too: with the text that they should have, before prettier. */
export function chartFiles(read: (file: string) => string): { file: string; text: string }[] {
  const at = (name: string) => path.join(chartFolder, name);
  const values = chartValues(read(at('values.yaml')));
  const schema = JSON.parse(read(at('values.schema.json'))) as Schema;
  return [
    { file: at('files/series.yaml'), text: seriesYaml(seriesFactors(catalog)) },
    { file: at('README.md'), text: withValues(read(at('README.md')), values) },
    { file: at('values.schema.json'), text: JSON.stringify(withDescriptions(schema, values)) },
  ];
}
