/** The unit of user processes that sit in the root cgroup: a container or a machine without systemd. */
export const rootUnit = '(root)';

const unitEnding = /\.(service|scope|socket|mount|swap|slice)$/;

/** Scopes whose names carry an id or a number: one name for all of a kind. */
const scopeKinds: readonly (readonly [RegExp, string])[] = [
  [/^crio-conmon-/, 'crio-conmon'],
  [/^libpod-conmon-/, 'libpod-conmon'],
  [/^conmon-/, 'conmon'],
  [/^(crio|libpod|docker|cri-containerd|nerdctl|session|run|machine|app|vte-spawn)-/, '$1'],
];

/**
 * A bounded name for a systemd unit or a cgroup folder: what counts instances is taken out.
 * `session-12.scope` becomes `session`, `getty@tty1.service` becomes `getty@.service`,
 * `run-r7f.scope` becomes `run`, `user-1000.slice` becomes `user-.slice`; see systemd.unit(5).
 */
export function unitName(folder: string): string {
  const template = /^([^@]+@).*(\.[a-z]+)$/.exec(folder);
  if (template && unitEnding.test(folder)) return `${template[1] ?? ''}${template[2] ?? ''}`;
  if (/^run-.*\.(scope|service|mount)$/.test(folder)) return 'run';
  if (/^user-\d+\.slice$/.test(folder)) return 'user-.slice';
  if (folder.endsWith('.scope')) {
    for (const [pattern, name] of scopeKinds) {
      const match = pattern.exec(folder);
      if (match) return name.replace('$1', match[1] ?? '');
    }
  }
  return folder;
}
