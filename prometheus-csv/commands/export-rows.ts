import { rowColumns } from '../output/columns';
import { aboutGrid, documentOf } from '../output/document';
import { textOf } from '../output/format';
import { gather, needsOf, type Gathered } from '../questions/gather';
import { nothingFound } from '../questions/nothing-found';
import { arrange } from '../rows/arrange';
import { clockOf } from '../rows/host-usages';
import type { Row } from '../rows/row';
import { viewRows } from '../rows/view-rows';
import type { Inquiry, Outcome } from './inquiry';

/** The rows of a view in the order that was asked for; at least one. */
export async function rowsOf(inquiry: Inquiry): Promise<{ gathered: Gathered; rows: Row[] }> {
  const { options, client, watcher } = inquiry;
  const { arrangement, selection } = options;
  const { view } = arrangement;
  const gathered = await gather(client, needsOf(options), selection, watcher);
  const rows = viewRows(arrangement, gathered, selection);
  const pods = view === 'infra' || view === 'workload';
  if (rows.length === 0) throw await nothingFound(client, selection, pods ? 'pods' : 'agent');
  noteGaps(inquiry, gathered);
  if (view === 'all' && gathered.sets.pods?.size === 0) {
    inquiry.note("There are no pods: kubelet's series are missing here; ask Thanos Querier.");
  }
  return { gathered, rows };
}

/** Says of which nodes the interval was not measured in full. */
export function noteGaps({ note }: Inquiry, gathered: Gathered): void {
  const { startMs, endMs } = gathered.grid;
  for (const [node, { ms }] of clockOf(gathered)) {
    const percent = Math.floor((100 * ms) / (endMs - startMs));
    if (percent < 95) {
      note(`Of the interval only ${percent} % were measured on ${node}; figures are of that part.`);
    }
  }
}

/** Exports rows. */
export async function exportRows(inquiry: Inquiry): Promise<Outcome> {
  const { gathered, rows } = await rowsOf(inquiry);
  const { arrangement, format } = inquiry.options;
  const about = { ...aboutGrid(gathered.grid), view: arrangement.view };
  const document = documentOf(about, rowColumns, arrange(rows, arrangement));
  return { text: textOf(document, format), status: 0 };
}
