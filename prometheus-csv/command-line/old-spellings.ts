import { formats } from './choices';

const renamed = new Map([
  ['--metric-type', '--view'],
  ['--skip_namespaces', '--skip-namespaces'],
]);

const rowCounts = new Map([
  ['--first', '--head=1'],
  ['--last', '--tail=1'],
]);

/**
 * What prom's options are called today: `--first` and `--last`, `--head` and `--tail` without a number,
 * `--metric-type`, and `--output csv`, which names a format.
 */
export function withoutOldSpellings(args: readonly string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [name, value] = splitOnce(args[i] ?? '');
    const next = args[i + 1];
    if (name === '--') return [...result, ...args.slice(i)];
    const count = rowCounts.get(name);
    if (count !== undefined) result.push(count);
    else if ((name === '--head' || name === '--tail') && value === undefined) {
      const hasCount = next !== undefined && /^\d+$/.test(next);
      result.push(`${name}=${hasCount ? next : 5}`);
      if (hasCount) i++;
    } else if ((name === '--output' || name === '-o') && isFormat(value ?? next)) {
      result.push(`--format=${value ?? next ?? ''}`);
      if (value === undefined) i++;
    } else if (/^-o./.test(name) && isFormat(name.slice(2))) {
      result.push(`--format=${name.slice(2)}`);
    } else {
      const today = renamed.get(name) ?? name;
      result.push(value === undefined ? today : `${today}=${value}`);
    }
  }
  return result;
}

function splitOnce(argument: string): [string, string | undefined] {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

function isFormat(text: string | undefined): boolean {
  return (formats as readonly (string | undefined)[]).includes(text);
}
