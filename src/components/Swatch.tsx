import { classColour } from '../chart/class-colour';

/** A square in the colour of a class; outlined for time that nobody used. Never the only sign. */
export function Swatch({
  of,
}: {
  of: { readonly class: string; readonly colour?: string } | 'unused';
}) {
  if (of === 'unused') {
    return <span aria-hidden className="host-processes__swatch" />;
  }
  const pattern = of.class === 'unattributed' ? ' host-processes__hatched' : '';
  return (
    <span
      aria-hidden
      className={`host-processes__swatch${pattern}`}
      style={{ backgroundColor: of.colour ?? classColour(of.class) }}
    />
  );
}
