/** One line of `/proc/[pid]/mountinfo`, see proc_pid_mountinfo(5). */
export interface Mount {
  mountPoint: string;
  fsType: string;
}

/** Parses mountinfo; spaces, tabs, newlines and backslashes in paths come as octal escapes. */
export function parseMountinfo(bytes: Buffer): Mount[] {
  const mounts: Mount[] = [];
  for (const line of bytes.toString('utf8').split('\n')) {
    const [before, after] = line.split(' - ');
    const mountPoint = before?.split(' ')[4];
    const fsType = after?.split(' ')[0];
    if (mountPoint === undefined || fsType === undefined) continue;
    mounts.push({ mountPoint: unescapeOctal(mountPoint), fsType });
  }
  return mounts;
}

function unescapeOctal(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
}
