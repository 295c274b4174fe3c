import { Tooltip } from '@patternfly/react-core';
import { useRef, useState } from 'react';
import { classColour } from '../../chart/class-colour';

interface BarSegmentProps {
  readonly name: string;
  /** Cores now, which are its part of the bar. */
  readonly now: number;
  readonly text: string;
}

/** A class in the bar. What it is called stands in the list below, too: its tooltip is made when wanted. */
export function BarSegment({ name, now, text }: BarSegmentProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const [isPointedAt, setPointedAt] = useState<boolean>();
  return (
    <>
      <span
        ref={ref}
        className={`host-processes__bar-segment${name === 'unattributed' ? ' host-processes__hatched' : ''}`}
        data-segment={name}
        style={{ flexGrow: now, backgroundColor: classColour(name) }}
        onMouseEnter={() => setPointedAt(true)}
        onMouseLeave={() => setPointedAt(false)}
      />
      {isPointedAt !== undefined && (
        <Tooltip
          content={text}
          triggerRef={ref}
          isVisible={isPointedAt}
          aria="none"
          aria-live="off"
        />
      )}
    </>
  );
}
