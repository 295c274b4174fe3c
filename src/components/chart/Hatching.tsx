import { classColour } from '../../chart/class-colour';

const id = 'host-processes-hatching';

/** A fill for what nobody is known to have used, hatched as its swatch is. */
export const hatchingFill = `url(#${id})`;

/** Draws nothing by itself: it has the pattern that `hatchingFill` names, for the picture that it is in. */
export function Hatching({ name }: { name: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={4}
        height={4}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={4} height={4} style={{ fill: classColour(name) }} />
        <rect width={1} height={4} style={{ fill: 'var(--host-processes--ground)' }} />
      </pattern>
    </defs>
  );
}
