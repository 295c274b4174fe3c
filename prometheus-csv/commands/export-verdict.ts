import { verdictColumns } from '../output/columns';
import { aboutGrid, documentOf } from '../output/document';
import { textOf } from '../output/format';
import { judge, verdictStatus } from './judge';
import type { Inquiry, Outcome } from './inquiry';

/** Judges each node; the exit status is for pipelines. */
export async function exportVerdict(inquiry: Inquiry): Promise<Outcome> {
  const { gathered, verdicts } = await judge(inquiry);
  const document = documentOf(aboutGrid(gathered.grid), verdictColumns, verdicts);
  return {
    text: textOf(document, inquiry.options.format),
    status: verdictStatus(verdicts, inquiry.note),
  };
}
