import { classColour } from '../../chart/class-colour';

const id = 'host-processes-hatching';

/** A fill for what nobody is known to have used, hatched as its swatch is. */
export const hatchingFill = `url(#${id})`;

/** Draws nothing by itself: it has the pattern that `hatchingFill` names. */
export function Hatching({ name }: { name: string }) {
  return (
    <svg width={0} height={0} className="host-processes__definitions">
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
    </svg>
  );
}
