import { displayClasses } from '../../prometheus/series/display-class';
import { otherClass } from '../../prometheus/series/over-time';

interface Colour {
  readonly family: string;
  readonly step: number;
}

const unknown: Colour = { family: 'black', step: 300 };

const colours: Readonly<Record<string, Colour>> = {
  kernel: { family: 'orange', step: 300 },
  interrupt: { family: 'yellow', step: 100 },
  service: { family: 'teal', step: 300 },
  'host-container': { family: 'teal', step: 100 },
  session: { family: 'green', step: 300 },
  runtime: { family: 'purple', step: 400 },
  agent: { family: 'black', step: 200 },
  unattributed: { family: 'black', step: 500 },
  'infrastructure-pod': { family: 'blue', step: 300 },
  pod: { family: 'blue', step: 100 },
  'workload-pod': { family: 'blue', step: 200 },
  [otherClass]: { family: 'black', step: 200 },
};

function token({ family, step }: Colour): string {
  return `var(--pf-t--chart--color--${family}--${step})`;
}

/** The colour of a class, as a token of the theme: one hue everywhere, light and dark without a render. */
export function classColour(name: string): string {
  return token(colours[name] ?? unknown);
}

/** Steps of a family in the order in which its units and groups take them; they repeat beyond. */
const steps = [300, 100, 400, 200, 500] as const;

/** The family of hues that a class and everything in it has. */
export function familyOf(name: string): string {
  return (colours[name] ?? unknown).family;
}

/** The colour of a unit or group: its class's hue, by its rank (from 0) among those of that hue. */
export function rankedColour(name: string, rank: number): string {
  return token({ family: familyOf(name), step: steps[rank % steps.length] ?? 300 });
}

/** The class's place in every stack, from 0 at the bottom; classes that we do not know lie on top. */
export function stackRank(name: string): number {
  const rank = displayClasses.indexOf(name);
  return rank === -1 ? displayClasses.length : rank;
}
