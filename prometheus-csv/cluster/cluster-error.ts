/** The cluster cannot be found, or gives no answer; the message is one sentence. Exit status 1. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
}
