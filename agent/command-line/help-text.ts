import { type Flag, flags } from './flags';

/** The text of `--help`. */
export function helpText(): string {
  const lines = Object.values<Flag>(flags).map(
    ({ name, placeholder, default: preset, help, boolean }) => {
      const value = boolean ? `[=${placeholder}]` : `=${placeholder}`;
      return `  --${name}${value}\n      ${help}${preset === '' ? '' : ` Default: ${preset}`}\n`;
    },
  );
  return `Usage: host-processes-agent [OPTION]...

Accounts for the CPU time of this node, by unit and by process group, as Prometheus metrics.

${lines.join('')}  --man
      Print how groups are named.
  --version
      Print the version.
  --help
      Print this text.
`;
}
