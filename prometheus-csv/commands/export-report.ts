import { version } from '../../package.json';
import { reportText } from '../output/report/report';
import { arrange } from '../rows/arrange';
import { viewRows } from '../rows/view-rows';
import { judge, verdictStatus } from './judge';
import type { Inquiry, Outcome } from './inquiry';

/** Makes the report: verdict, account and plots of each node, and who used the most. */
export async function exportReport(inquiry: Inquiry): Promise<Outcome> {
  const { options, source, note } = inquiry;
  const { selection } = options;
  const { gathered, account, verdicts } = await judge(inquiry);
  const rows = viewRows({ view: 'all', sumNodes: false }, gathered, selection);
  const sorted = arrange(rows, { sortBy: 'avg' });
  const text = reportText({
    source,
    version,
    grid: gathered.grid,
    verdicts,
    account,
    groups: sorted.filter((row) => row.class !== 'pod'),
    pods: sorted.filter((row) => row.class === 'pod'),
  });
  // A report is made of nodes without a reservation, too.
  const status = verdictStatus(verdicts, note);
  return { text, status: status === 1 ? 0 : status };
}
