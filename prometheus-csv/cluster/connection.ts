import type { Peer } from './peer';

/** A Prometheus API to ask: its base address, ending in a slash, and how to speak with it. */
export interface Connection {
  readonly base: URL;
  readonly peer: Peer;
}
