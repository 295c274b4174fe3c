/** What stands behind it is nobody's name, and a program may have megabytes of arguments. */
export const maxCmdlineBytes = 32_768;

/**
 * Parses the beginning of `/proc/[pid]/cmdline`: the arguments, each closed by a NUL byte, see
 * proc_pid_cmdline(5). Empty for kernel threads and zombies.
 */
export function parseCmdline(bytes: Buffer): string[] {
  if (bytes.length === 0) return [];
  const length = Math.min(bytes.length, maxCmdlineBytes);
  // A process may overwrite its arguments and leave out the last NUL.
  const end = bytes[length - 1] === 0 ? length - 1 : length;
  return bytes.toString('utf8', 0, end).split('\0');
}
