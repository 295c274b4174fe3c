/** Who sits before the browser: may see all metrics, those of the agent's namespace, or none. */
export type Person = 'administrator' | 'viewer' | 'nobody';

/**
 * The header that names the person. A console forwards what it does not know of a request to Prometheus,
 * where a token would say the same.
 */
export const personHeader = 'x-known-person';
