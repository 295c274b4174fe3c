import type { Asked } from '../../hooks/inquiries';

/** A name for a file that tells what is in it: node, panel and the end of the range in UTC. */
export function exportName(panel: string, { node, endMs }: Pick<Asked, 'node' | 'endMs'>): string {
  const moment = new Date(endMs).toISOString().slice(0, 19).replaceAll(':', '');
  return `host-processes-${node.replace(/[^\w.-]/g, '_')}-${panel}-${moment}Z`;
}
