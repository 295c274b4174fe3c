import { Popover, type PopoverProps } from '@patternfly/react-core';
import { useRef, useState, type ReactNode, type RefObject } from 'react';

/** What the button of a popover must be given. */
export interface PopoverButton {
  readonly ref: RefObject<HTMLButtonElement>;
  readonly onClick: () => void;
}

interface PopoverOnDemandProps extends Omit<
  PopoverProps,
  'children' | 'triggerRef' | 'isVisible' | 'shouldOpen' | 'shouldClose'
> {
  readonly button: (props: PopoverButton) => ReactNode;
}

/**
 * A popover that exists from the first click on its button on. PatternFly's renders several times and has
 * the page's styles worked out each time, also while nobody opens it, and a page has dozens of them.
 */
export function PopoverOnDemand({ button, ...popover }: PopoverOnDemandProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState<boolean>();
  const existed = isOpen !== undefined;
  return (
    <>
      {/* Once it exists, it listens to the button by itself. */}
      {button({ ref, onClick: () => existed || setOpen(true) })}
      {existed && (
        <Popover
          {...popover}
          triggerRef={ref}
          isVisible={isOpen}
          shouldOpen={() => setOpen(true)}
          shouldClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
