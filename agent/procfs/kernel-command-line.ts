/**
 * A parameter of the kernel command line, `/proc/cmdline`, see proc_cmdline(5) and bootparam(7).
 * The last one of a name wins; double quotes may stand around a value with spaces.
 */
export function kernelParameter(bytes: Buffer, name: string): string | undefined {
  let value: string | undefined;
  for (const match of bytes.toString('utf8').matchAll(/(\S+?)=("[^"]*"|\S*)/g)) {
    if (match[1] === name) value = match[2]?.replaceAll('"', '');
  }
  return value;
}

/**
 * How many CPUs a list names: `0-1,28` or, as systemd allows, with spaces between. See cpuset(7), *List
 * format*, and `CPUAffinity=` in systemd-system.conf(5).
 * @returns `undefined` when the text is no such list
 */
export function countCpuList(text: string): number | undefined {
  const ranges: { first: number; last: number }[] = [];
  for (const part of text.split(/[\s,]+/).filter((word) => word !== '')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
    if (!match) return undefined;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) return undefined;
    ranges.push({ first, last });
  }
  ranges.sort((a, b) => a.first - b.first);
  let cpus = 0;
  let counted = -1;
  // A CPU that is named twice is one.
  for (const { first, last } of ranges) {
    cpus += Math.max(0, last - Math.max(first - 1, counted));
    counted = Math.max(counted, last);
  }
  return cpus === 0 ? undefined : cpus;
}

/**
 * How many CPUs a mask names: hexadecimal words with commas between, as in `30000003` or
 * `00000003,30000003`. See cpuset(7), *Mask format*.
 * @returns `undefined` when the text is no such mask
 */
export function countCpuMask(text: string): number | undefined {
  const digits = text.replace(/^0x/i, '').replaceAll(',', '');
  if (!/^[0-9a-f]+$/i.test(digits)) return undefined;
  let bits = 0;
  for (const digit of digits) bits += parseInt(digit, 16).toString(2).replaceAll('0', '').length;
  return bits === 0 ? undefined : bits;
}
