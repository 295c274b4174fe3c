/**
 * The soft limit on open files in `/proc/PID/limits`, see proc_pid_limits(5); `undefined` where it has no
 * such line, Infinity when it is unlimited.
 */
export function parseMaxOpenFiles(limits: Buffer): number | undefined {
  const soft = /^Max open files +(\d+|unlimited) /m.exec(limits.toString('latin1'))?.[1];
  return soft === 'unlimited' ? Infinity : soft === undefined ? undefined : Number(soft);
}
