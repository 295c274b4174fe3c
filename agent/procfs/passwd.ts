/** The name of a user in the text of `/etc/passwd`, see passwd(5): the first line that has the number. */
export function findUsername(bytes: Buffer, uid: number): string | undefined {
  for (const line of bytes.toString('utf8').split('\n')) {
    const [name = '', , digits = ''] = line.split(':', 3);
    if (name !== '' && /^\d{1,10}$/.test(digits) && Number(digits) === uid) return name;
  }
  return undefined;
}
