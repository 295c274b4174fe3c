const pageOfSamples = 10;

/** What a key does to the cursor. */
export type CursorKey =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'pin' | 'clear' | 'zoom-in' | 'zoom-out' };

/** What a key does at a sample; undefined for keys that are not ours. */
export function cursorKey(key: string, index: number, last: number): CursorKey | undefined {
  const move = (to: number): CursorKey => ({ kind: 'move', to: Math.min(last, Math.max(0, to)) });
  switch (key) {
    case 'ArrowLeft':
      return move(index - 1);
    case 'ArrowRight':
      return move(index + 1);
    case 'PageUp':
      return move(index + pageOfSamples);
    case 'PageDown':
      return move(index - pageOfSamples);
    case 'Home':
      return move(0);
    case 'End':
      return move(last);
    case 'Enter':
      return { kind: 'pin' };
    case 'Escape':
      return { kind: 'clear' };
    case '+':
      return { kind: 'zoom-in' };
    case '-':
      return { kind: 'zoom-out' };
    default:
      return undefined;
  }
}
