import type { Snapshot } from '../accounting/snapshot';
import type { Family } from '../../metrics/family';

/**
 * One line of an exposition: label values in the order of the family's labels. The text of one that comes again,
 * the same object, is taken as it was.
 */
export interface Sample {
  readonly labelValues: readonly string[];
  readonly value: number;
}

/** The samples of one family. */
export interface FamilySamples {
  readonly family: Family;
  readonly samples: readonly Sample[];
}

/** Turns a snapshot into samples of one subject's families. Collectors know no other collector. */
export interface Collector {
  /** As in `hostproc_collector_success{collector}`. */
  readonly name: string;
  readonly collect: (snapshot: Snapshot) => FamilySamples[];
  /** Whether nothing was denied to the last call; left out where nothing can be. */
  readonly isComplete?: () => boolean;
}
