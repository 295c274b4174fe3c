/** Path of the tab of a node. */
export function tabPath(
  node: string,
  state: Readonly<Record<string, string | number>> = {},
): string {
  const search = new URLSearchParams(
    Object.entries(state).map(([key, value]) => [key, String(value)]),
  );
  return `/k8s/cluster/nodes/${node}/host-processes${search.size > 0 ? `?${search.toString()}` : ''}`;
}
