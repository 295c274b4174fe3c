import path from 'node:path';
import { catalog } from '../../metrics/catalog';
import { projectFolder } from '../project-folder';
import { consoleBoard } from './dashboards/console-board';
import { grafanaBoard } from './dashboards/grafana-board';
import { withValues } from './readme';
import { withSampleLimit } from './rules';
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
  const factors = seriesFactors(catalog);
  return [
    { file: at('files/series.yaml'), text: seriesYaml(factors) },
    {
      file: at('rules/alerts.yaml'),
      text: withSampleLimit(read(at('rules/alerts.yaml')), factors, values),
    },
    { file: at('files/dashboards/console.json'), text: JSON.stringify(consoleBoard()) },
    { file: at('files/dashboards/grafana.json'), text: JSON.stringify(grafanaBoard()) },
    { file: at('README.md'), text: withValues(read(at('README.md')), values) },
    { file: at('values.schema.json'), text: JSON.stringify(withDescriptions(schema, values)) },
  ];
}
