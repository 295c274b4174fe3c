import { readNamedFile } from '../cluster/trust';
import { growthColumns } from '../output/columns';
import { aboutGrid, documentOf } from '../output/document';
import { textOf } from '../output/format';
import { someOf } from '../rows/arrange';
import { readExport } from '../rows/earlier-export';
import { growth } from '../rows/growth';
import { rowsOf } from './export-rows';
import { exceededStatus, type Inquiry, type Outcome } from './inquiry';

/** Compares a view with an earlier export of it; lists what grew, by group. */
export async function exportGrowth(inquiry: Inquiry): Promise<Outcome> {
  const { baseline, arrangement, format } = inquiry.options;
  if (!baseline) throw new Error('A comparison needs a baseline.');
  const { file, thresholdPercent } = baseline;
  const earlier = readExport(file, readNamedFile(file, 'the baseline'));
  const { gathered, rows } = await rowsOf(inquiry);
  const grown = growth(earlier, rows, thresholdPercent);
  const about = {
    ...aboutGrid(gathered.grid),
    view: arrangement.view,
    baseline: file,
    threshold_percent: thresholdPercent,
  };
  const document = documentOf(about, growthColumns, someOf(grown, arrangement));
  return { text: textOf(document, format), status: grown.length > 0 ? exceededStatus : 0 };
}
