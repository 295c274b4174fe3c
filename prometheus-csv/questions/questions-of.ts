import { podsInWindow } from '../../prometheus/promql/queries/pod-windows';
import {
  classesInWindow,
  cpusInWindow,
  groupsInWindow,
  modesInWindow,
  threadsInWindow,
} from '../../prometheus/promql/queries/windows';
import type { Selection } from '../command-line/options';
import type { WindowQuestion } from './ask-interval';

/** What can be asked about an interval. */
export type QuestionName = 'groups' | 'classes' | 'modes' | 'cpus' | 'threads' | 'pods';

/** The questions by name, about the nodes of a selection. */
export function questionsOf({ nodes }: Selection): Record<QuestionName, WindowQuestion> {
  return {
    groups: (windowMs) => groupsInWindow({ windowMs, nodes }),
    classes: (windowMs) => classesInWindow({ windowMs, nodes }),
    modes: (windowMs) => modesInWindow({ windowMs, nodes }),
    cpus: (windowMs) => cpusInWindow({ windowMs, nodes }),
    threads: (windowMs) => threadsInWindow({ windowMs, nodes }),
    pods: (windowMs) => podsInWindow({ windowMs, nodes }),
  };
}
