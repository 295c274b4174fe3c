import type { Judgement } from '../command-line/choices';
import type { Judging } from '../command-line/options';
import type { Gathered } from '../questions/gather';
import type { NodeCpus } from '../questions/reservations';
import { neededCpus, verdictOf, type Verdict as Word } from '../../prometheus/series/reservation';
import { clockOf } from './host-usages';
import type { OwnedUsage } from './row';
import { figuresOf, type Figures } from './statistics';
import { sumOfUsages } from './usage';

/** How use stands to the reservation; the maximum decides. */
export type VerdictWord = Word | 'unknown' | 'too little data';

/** A node's use against its reservation, in cores. */
export interface Verdict extends Figures {
  readonly node: string;
  readonly verdict: VerdictWord;
  /** `platform` is the host with infrastructure pods. */
  readonly judged: Judgement;
  /** NaN: not known. */
  readonly reserved: number;
  /** Where the reservation is known from. */
  readonly source: string;
  /** Reservation less maximum. */
  readonly headroom: number;
  /** How long use was above the reservation, in seconds. */
  readonly aboveSeconds: number;
  /** Whole CPUs that would have held the maximum with a tenth to spare. */
  readonly neededCpus: number;
}

/** No verdict rests on less of the interval than this. */
const leastMeasured = 0.5;

interface Reservation {
  readonly cpus: number;
  readonly source: string;
  readonly judged: Judgement;
}

function reservationOf(known: NodeCpus | undefined, { reservedCpus }: Judging): Reservation {
  const set =
    reservedCpus === undefined ? known?.reserved : { cpus: reservedCpus, source: 'option' };
  if (set) return { ...set, judged: 'platform' };
  const { capacity = NaN, allocatable = NaN } = known ?? {};
  const cpus = capacity > allocatable ? capacity - allocatable : NaN;
  const source = Number.isNaN(cpus) ? '' : 'capacity-minus-allocatable';
  return { cpus, source, judged: 'host' };
}

function wordOf(reserved: number, maximum: number, measuredPart: number): VerdictWord {
  if (Number.isNaN(reserved)) return 'unknown';
  const word = verdictOf(maximum, reserved);
  // What was seen to exceed exceeds, however little was seen.
  return word !== 'exceeds' && measuredPart < leastMeasured ? 'too little data' : word;
}

/** The verdict on each node that has an account. */
export function verdicts(
  gathered: Gathered,
  account: readonly OwnedUsage[],
  reservations: ReadonlyMap<string, NodeCpus>,
  judging: Judging,
): Verdict[] {
  const { moments, stepMs, startMs, endMs } = gathered.grid;
  return [...clockOf(gathered)].map(([node, measured]): Verdict => {
    const reservation = reservationOf(reservations.get(node), judging);
    const judged = judging.judge ?? reservation.judged;
    const kinds = judged === 'platform' ? ['host', 'infrastructure'] : ['host'];
    const parts = account.filter(({ owner }) => owner.node === node && kinds.includes(owner.kind));
    const usage = sumOfUsages(
      parts.map((part) => part.usage),
      moments.length,
    );
    const figures = figuresOf(usage);
    const { cpus: reserved, source } = reservation;
    const above = usage.windows.filter((cores) => cores > reserved).length;
    return {
      node,
      verdict: wordOf(reserved, figures.maximum, measured.ms / (endMs - startMs)),
      judged,
      reserved,
      source,
      ...figures,
      headroom: reserved - figures.maximum,
      aboveSeconds: (above * stepMs) / 1000,
      neededCpus: neededCpus(figures.maximum),
    };
  });
}

/** Nodes whose platform was judged although nobody knows its pods. */
export function nodesWithoutPods(
  found: readonly Verdict[],
  account: readonly OwnedUsage[],
): string[] {
  const split = new Set(
    account
      .filter(({ owner }) => owner.kind === 'infrastructure' || owner.kind === 'workload')
      .map(({ owner }) => owner.node),
  );
  return found
    .filter(({ judged, node }) => judged === 'platform' && !split.has(node))
    .map(({ node }) => node);
}
