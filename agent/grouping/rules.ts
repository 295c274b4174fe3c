import type { Candidate } from './candidate';
import { GoRegexp } from './go-regexp';
import { exeBaseTemplate, type NameTemplate } from './name-template';
import { type Selection, selectorKeys, selectorOf } from './selectors';
import type { Captures } from './selectors/selector';

/** One way to name a group. All selectors that are given must hold. */
export interface GroupRule extends Selection {
  /** `{{.ExeBase}}` when left out. */
  readonly name?: NameTemplate;
  /** Of `-namemapping`: holds when a group of it captures something in the arguments; the first that does is `.Matches ""`. */
  readonly firstCapture?: GoRegexp;
  /** Whether its processes have families by thread name; they do when left out. */
  readonly threads?: boolean;
}

/**
 * The prototype's two rules: systemd itself, and whatever PID 1 started. Every other process is in the
 * group of its nearest ancestor that has one.
 */
export const builtInRules: readonly GroupRule[] = [
  { comm: ['systemd'], cmdline: [new GoRegexp('--system')] },
  { ppid: 1 },
];

/** The group of pods, container monitors and the agent under the built-in rules. */
export const podGroup = 'conmon';

/** The group of the monitors of containers that the host runs for itself. */
export const hostMonitorGroup = 'libpod-conmon';

/** @returns what the rule captured in the process if all its selectors hold, else `undefined` */
export function match(rule: GroupRule, candidate: Candidate): Captures | undefined {
  const captures: Captures = new Map();
  for (const key of selectorKeys) {
    const value = rule[key];
    if (value === undefined) continue;
    if (!selectorOf(key).matches(value, candidate, captures)) return undefined;
  }
  if (rule.firstCapture) {
    const groups = rule.firstCapture.find(candidate.commandLine)?.slice(1);
    const captured = groups?.find((group) => group !== '');
    if (captured === undefined) return undefined;
    captures.set('', captured);
  }
  return captures;
}

/** @returns the name that the rule gives, or `undefined` when what it is made of could not be read */
export function nameBy(
  rule: GroupRule,
  candidate: Candidate,
  captures: Captures,
): string | undefined {
  return (rule.name ?? exeBaseTemplate).render(candidate, captures);
}

/** Whether two lists of rules give every process the same name. Whether threads are shown may differ. */
export function nameAlike(some: readonly GroupRule[], others: readonly GroupRule[]): boolean {
  return canonical(some) === canonical(others);
}

function canonical(rules: readonly GroupRule[]): string {
  return JSON.stringify(
    rules.map((rule) => [
      selectorKeys.map((key) => {
        const value = rule[key];
        return value === undefined ? null : selectorOf(key).canonical(value);
      }),
      rule.firstCapture?.source,
      (rule.name ?? exeBaseTemplate).canonical,
    ]),
  );
}
