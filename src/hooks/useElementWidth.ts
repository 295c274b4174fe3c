import { useEffect, useState, type RefCallback } from 'react';

const shortestWaitMs = 100;

/**
 * The width of an element in whole pixels, 0 until it is known: give the first value to `ref`. While
 * the element is being resized the width changes at most ten times a second.
 */
export function useElementWidth(): [ref: RefCallback<HTMLElement>, width: number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Number.NEGATIVE_INFINITY;
    const measure = () => {
      timer = undefined;
      last = performance.now();
      setWidth(Math.round(element.getBoundingClientRect().width));
    };
    const observer = new ResizeObserver(() => {
      if (timer !== undefined) return;
      const waitMs = last + shortestWaitMs - performance.now();
      if (waitMs <= 0) measure();
      else timer = setTimeout(measure, waitMs);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [element]);
  return [setElement, width];
}
