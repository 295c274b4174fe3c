import { tagged, union } from '../expression';
import { account } from './account';
import { accountingMode } from './accounting-mode';
import { podKindsNow } from './pod-kinds';
import { question, type Question } from './question';
import { reservation } from './reservation';

/** The part of the answer that tells how the agent accounts (label `mode`, 1 for the one in use). */
export const accountingPart = 'accounting';

/**
 * All that is told of a node as a whole, in one request: the account, how its pods divide (asked for only
 * with the right to see kubelet's series), what is reserved, and how the agent accounts.
 */
export function overview(withPods: boolean): Question {
  return question({
    id: withPods ? 'overview' : 'overview-of-host',
    about: `${account.about} ${withPods ? podKindsNow.about : ''} ${reservation.about} ${accountingMode.about}`,
    kind: 'instant',
    expression: (scope) =>
      union<string>(
        account.expression(scope),
        ...(withPods ? [podKindsNow.expression(scope)] : []),
        reservation.expression(scope),
        tagged(accountingPart, accountingMode.expression(scope)),
      ),
  });
}
