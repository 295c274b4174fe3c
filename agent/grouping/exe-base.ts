/** Names are cut here: a program may call itself whatever it likes. */
export const maxNameLength = 1024;

/** The last path element of the first argument, as process-exporter's `{{.ExeBase}}`; else the comm. */
export function exeBase(candidate: { comm: string; cmdline: readonly string[] }): string {
  const first = candidate.cmdline[0] ?? '';
  const trimmed = first.replace(/\/+$/, '');
  const base = trimmed.slice(trimmed.lastIndexOf('/') + 1);
  return base === '' ? candidate.comm : base.slice(0, maxNameLength);
}
