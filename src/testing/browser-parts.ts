import { TextDecoder, TextEncoder } from 'node:util';

// What a browser has and jsdom has not. Import this before anything that needs it while it loads.

/** Every element is this wide, in pixels, as long as a spec does not say otherwise. */
let width = 1000;

/** Makes elements this wide, for those who look next. */
export function setElementWidth(pixels: number): void {
  width = pixels;
}

/** Tells its callback once that the element has a size, as browsers do when observing begins. */
class ImmediateResizeObserver implements ResizeObserver {
  constructor(private readonly callback: ResizeObserverCallback) {}

  observe(): void {
    this.callback([], this);
  }

  unobserve(): void {
    // Nothing goes on after the first call.
  }

  disconnect(): void {
    // Nothing goes on after the first call.
  }
}

Object.assign(globalThis, {
  TextEncoder,
  TextDecoder,
  ResizeObserver: ImmediateResizeObserver,
  // Enough of one for a position.
  PointerEvent: MouseEvent,
});

Element.prototype.setPointerCapture = () => undefined;

Element.prototype.getBoundingClientRect = () =>
  ({ x: 0, y: 0, top: 0, left: 0, right: width, bottom: 300, width, height: 300 }) as DOMRect;
