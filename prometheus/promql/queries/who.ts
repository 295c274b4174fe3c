import { union } from '../expression';
import { groups } from './groups';
import { pods } from './pods';
import { question, type Question } from './question';

/** Everybody who uses the CPU, in one request: process groups and, with the right to see them, pods. */
export function who(withPods: boolean): Question {
  return question({
    id: withPods ? 'who' : 'who-of-host',
    about: withPods ? `${groups.about} ${pods.about}` : groups.about,
    kind: 'instant',
    expression: (scope) =>
      withPods
        ? union<string>(groups.expression(scope), pods.expression(scope))
        : groups.expression(scope),
  });
}
