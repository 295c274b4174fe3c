/**
 * Parses `/proc/[pid]/cmdline`: the arguments, each closed by a NUL byte, see proc_pid_cmdline(5).
 * Empty for kernel threads and zombies.
 */
export function parseCmdline(bytes: Buffer): string[] {
  if (bytes.length === 0) return [];
  // A process may overwrite its arguments and leave out the last NUL.
  const end = bytes[bytes.length - 1] === 0 ? bytes.length - 1 : bytes.length;
  return bytes.toString('utf8', 0, end).split('\0');
}
