import { ClusterError } from '../cluster/cluster-error';
import { gather, needsOf, type Gathered } from '../questions/gather';
import { nothingFound } from '../questions/nothing-found';
import { askReservations } from '../questions/reservations';
import { accountUsages } from '../rows/account-usages';
import type { OwnedUsage } from '../rows/row';
import { nodesWithoutPods, verdicts, type Verdict } from '../rows/verdict';
import { noteGaps } from './export-rows';
import { exceededStatus, type Inquiry, type Outcome } from './inquiry';

/** The account of each node and the verdict on it. */
export interface Judged {
  readonly gathered: Gathered;
  readonly account: readonly OwnedUsage[];
  readonly verdicts: readonly Verdict[];
}

/** Asks for the whole account, whatever a listing would leave out, and judges each node. */
export async function judge(inquiry: Inquiry): Promise<Judged> {
  const { options, client, watcher } = inquiry;
  const { judging, selection } = options;
  const gathered = await gather(client, needsOf(options), selection, watcher);
  const account = accountUsages(gathered, selection.infraNamespaces);
  if (account.length === 0) throw await nothingFound(client, selection, 'agent');
  const reservations = await askReservations(client, selection);
  const found = verdicts(gathered, account, reservations, judging).sort((a, b) =>
    a.node < b.node ? -1 : 1,
  );
  const [blind] = nodesWithoutPods(found, account);
  if (blind !== undefined) {
    throw new ClusterError(
      `The platform of ${blind} cannot be judged without its pods, and kubelet's series are missing here; ask Thanos Querier, or judge the host alone with --judge host.`,
    );
  }
  noteGaps(inquiry, gathered);
  return { gathered, account, verdicts: found };
}

/** 3 when a node exceeds its reservation, 1 when one cannot be judged. */
export function verdictStatus(found: readonly Verdict[], note: Inquiry['note']): Outcome['status'] {
  const unknown = found.filter(({ verdict }) => verdict === 'unknown').map(({ node }) => node);
  if (unknown.length > 0) {
    note(`No reservation is known for ${unknown.join(', ')}; give it with --reserved.`);
  }
  if (found.some(({ verdict }) => verdict === 'exceeds')) return exceededStatus;
  return found.every(({ verdict }) => verdict === 'within' || verdict === 'close') ? 0 : 1;
}
