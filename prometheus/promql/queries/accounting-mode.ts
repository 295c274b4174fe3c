import { accountingMode as family } from '../../../metrics/agent';
import { aggregateBy, select } from '../expression';
import { is } from '../matcher';
import { question } from './question';

/** In which way the agent of a node accounts (label `mode`): 1 for the mode in use, 0 for others. */
export const accountingMode = question({
  id: 'accounting-mode',
  about: 'The way in which the agent accounts on this node: 1 for the mode in use.',
  kind: 'instant',
  expression: ({ node }) => aggregateBy('max', ['mode'], select(family, { instance: is(node) })),
});
