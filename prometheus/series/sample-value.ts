/** A value as Prometheus writes it, as a number; null for NaN and infinities, which no chart can draw. */
export function sampleValue(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}
