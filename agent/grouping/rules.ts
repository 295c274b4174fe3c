/** One way to name a group. All selectors that are given must hold; the name is always `{{.ExeBase}}`. */
export interface GroupRule {
  /** One of these is the process's comm. */
  readonly comm?: readonly string[];
  /** All of these are found in the arguments, joined by spaces. */
  readonly cmdline?: readonly RegExp[];
  /** The parent's pid when the rule is evaluated. */
  readonly ppid?: number;
}

/**
 * The prototype's two rules: systemd itself, and whatever PID 1 started. Every other process is in the
 * group of its nearest ancestor that has one.
 */
export const builtInRules: readonly GroupRule[] = [
  { comm: ['systemd'], cmdline: [/--system/] },
  { ppid: 1 },
];

/** The group of pods, container monitors and the agent under the built-in rules. */
export const podGroup = 'conmon';

/** The group of the monitors of containers that the host runs for itself. */
export const hostMonitorGroup = 'libpod-conmon';

/** What a rule may look at. */
export interface Candidate {
  readonly comm: string;
  readonly cmdline: readonly string[];
  readonly ppid: number;
}

/** Whether all selectors of the rule hold. */
export function matches(rule: GroupRule, candidate: Candidate): boolean {
  if (rule.comm && !rule.comm.includes(candidate.comm)) return false;
  if (rule.cmdline) {
    const line = candidate.cmdline.join(' ');
    if (!rule.cmdline.every((pattern) => pattern.test(line))) return false;
  }
  return rule.ppid === undefined || rule.ppid === candidate.ppid;
}
