import { useState, type PointerEvent } from 'react';

/** Less is a click with an unsteady hand, in pixels. */
const shortestDrag = 5;

interface Dragged {
  /** Pixels from the start edge. */
  readonly from: number;
  readonly to: number;
}

interface Drag {
  /** What is being selected; undefined while nothing is. */
  readonly selection: Dragged | undefined;
  readonly begin: (event: PointerEvent<HTMLElement>) => void;
  readonly move: (event: PointerEvent<HTMLElement>) => void;
  readonly end: (event: PointerEvent<HTMLElement>) => void;
  readonly cancel: () => void;
}

/** Where the pointer is, in pixels from the left edge of what listens. */
export function pointerX({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
  return clientX - currentTarget.getBoundingClientRect().left;
}

/** Tells a click from a drag across; both in pixels from the left edge. */
export function useDrag(
  onClick: (x: number) => void,
  onSelect: (from: number, to: number) => void,
): Drag {
  const [dragged, setDragged] = useState<Dragged>();
  const isLong = dragged !== undefined && Math.abs(dragged.to - dragged.from) >= shortestDrag;
  return {
    selection: isLong ? dragged : undefined,
    begin: (event) => {
      if (event.button !== 0) return;
      const x = pointerX(event);
      // The pointer may leave while it drags, and is still ours.
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged({ from: x, to: x });
    },
    move: (event) => {
      const x = pointerX(event);
      setDragged((before) => before && { ...before, to: x });
    },
    end: (event) => {
      if (dragged === undefined) return;
      const to = pointerX(event);
      setDragged(undefined);
      if (Math.abs(to - dragged.from) < shortestDrag) onClick(to);
      else onSelect(dragged.from, to);
    },
    cancel: () => setDragged(undefined),
  };
}
