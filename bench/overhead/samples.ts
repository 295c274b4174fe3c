/** CPU that both ever used at one moment, in microseconds; the agent's is 0 until it is there. */
export interface Reading {
  readonly atSeconds: number;
  readonly agentUsec: number;
  readonly prometheusUsec: number;
}

/** What both used from the sample before to this one, in thousandths of a core. */
export interface Sample {
  readonly atSeconds: number;
  readonly agentMillicores: number;
  readonly prometheusMillicores: number;
}

export const phaseNames = ['absent', 'present', 'scraped'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** A part of the run, from second to second. */
export interface Phase {
  readonly name: PhaseName;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** What both used in a phase on the average. */
export interface PhaseFigures extends Phase {
  readonly agentMillicores: number;
  readonly prometheusMillicores: number;
}

/** CPU use between each two readings. */
export function samplesOf(readings: readonly Reading[]): Sample[] {
  return readings.slice(1).map((to, i) => between(readings[i] ?? to, to));
}

/** @throws Error when a phase has fewer than two readings */
export function phaseFigures(readings: readonly Reading[], phase: Phase): PhaseFigures {
  const inside = readings.filter(
    ({ atSeconds }) => atSeconds >= phase.fromSeconds && atSeconds <= phase.toSeconds,
  );
  const [from, to] = [inside[0], inside.at(-1)];
  if (!from || !to || from === to) throw new Error(`Expected readings of ${phase.name}.`);
  const { agentMillicores, prometheusMillicores } = between(from, to);
  return { ...phase, agentMillicores, prometheusMillicores };
}

function between(from: Reading, to: Reading): Sample {
  const elapsed = to.atSeconds - from.atSeconds;
  return {
    atSeconds: to.atSeconds,
    agentMillicores: (to.agentUsec - from.agentUsec) / 1000 / elapsed,
    prometheusMillicores: (to.prometheusUsec - from.prometheusUsec) / 1000 / elapsed,
  };
}
