/**
 * The content coding to answer with (RFC 9110, 12.5.3): of those at hand, given in our order of
 * preference, the one that the client likes best; `undefined`: none, send it as it is.
 */
export function acceptedEncoding<E extends string>(
  header: string | undefined,
  atHand: readonly E[],
): E | undefined {
  const quality = new Map<string, number>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim());
    const q = parameters.find((text) => text.startsWith('q='))?.slice(2);
    if (coding !== '') quality.set(coding, q === undefined ? 1 : Number(q) || 0);
  }
  const qualityOf = (coding: E) => quality.get(coding) ?? quality.get('*') ?? 0;
  let best: E | undefined;
  for (const coding of atHand) {
    if (qualityOf(coding) > (best === undefined ? 0 : qualityOf(best))) best = coding;
  }
  return best;
}
