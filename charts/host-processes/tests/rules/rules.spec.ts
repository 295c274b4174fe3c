import { readdirSync } from 'node:fs';
import path from 'node:path';
import { provide } from '../../../../scripts/parts/part';
import { prometheus } from '../../../../scripts/parts/prometheus';
import { runProgram } from '../../../../scripts/run-program';

const rules = path.resolve(__dirname, '../../rules');
const yamlFiles = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.yaml'));

let promtool: string;
beforeAll(async () => {
  ({ promtool } = await provide(prometheus, () => undefined));
}, 120_000);

async function expectSuccess(...args: string[]): Promise<void> {
  const { status, output } = await runProgram(promtool, args);
  if (status !== 0) throw new Error(output);
  expect(output).toContain('SUCCESS');
}

describe('the shipped rules', () => {
  it.each(yamlFiles(rules))('%s is what Prometheus takes', async (name) => {
    await expectSuccess('check', 'rules', path.join(rules, name));
  });

  it.each(yamlFiles(__dirname))('%s holds', async (name) => {
    await expectSuccess('test', 'rules', path.join(__dirname, name));
  });

  it('each have their scenarios', () => {
    const expected = yamlFiles(rules).map((name) => name.replace(/\.yaml$/, '.test.yaml'));
    expect(yamlFiles(__dirname)).toEqual(expected);
  });
});
