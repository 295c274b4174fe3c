/**
 * The kernel function that a thread waits in, from `/proc/[pid]/task/[tid]/wchan`.
 * @returns `undefined` for `0`: it waits in none, or reading it is denied; the kernel tells no more
 */
export function parseWchan(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1').trim();
  return text === '' || text === '0' ? undefined : text;
}
