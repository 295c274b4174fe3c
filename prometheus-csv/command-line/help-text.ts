import { flagGroups, type Flag } from './flags';

function lineOf([name, flag]: [string, Flag]): string {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const value = flag.placeholder === undefined ? '' : ` ${flag.placeholder}`;
  const preset = flag.default === undefined ? '' : ` Default: ${flag.default}`;
  const again = flag.repeatable ? ' May be repeated.' : '';
  return `  ${short}--${name}${value}\n      ${flag.help}${again}${preset}\n`;
}

/** The text of `--help`. */
export function helpText(): string {
  const groups = Object.entries(flagGroups).map(
    ([heading, group]) => `${heading}:\n${Object.entries<Flag>(group).map(lineOf).join('')}`,
  );
  return `Usage: prometheus-csv [OPTION]...
       prometheus-csv verdict [--reserved N] [OPTION]...
       prometheus-csv report --output FILE.html [OPTION]...
       prometheus-csv HOST TOKEN [INTERVAL [TIME [SKIP...]]] [OPTION]...
       prometheus-csv metrics -h HOST -t TOKEN [OPTION]...

Takes the CPU numbers of a cluster's nodes out of its Prometheus: average, minimum, maximum and 95th
percentile, in cores, by host process group and by pod. The last two lines are how the prototype's
script and prom were called.

${groups.join('\n')}
  --version
      Print the version.
  --help
      Print this text.

Exit status: 0; 1 when there is no answer; 2 for a mistake in the command line; 3 when a reservation
is exceeded, or something grew beyond the threshold.
`;
}
