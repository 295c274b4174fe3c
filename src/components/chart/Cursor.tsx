import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { momentAt, nearestMoment } from '../../chart/moment';
import { formatCores } from '../../format/cores';
import { formatMoment } from '../../format/time';
import { useT } from '../../i18n/useT';
import type { ChartModel } from './chart-model';
import { CursorBox } from './CursorBox';
import { plotPadding } from './plot-area';

interface CursorProps {
  readonly model: ChartModel;
  readonly width: number;
  readonly height: number;
}

const pageOfSamples = 10;

/** Where a key moves the cursor to; undefined for keys that are not ours, null to take it away. */
function movedBy(key: string, index: number, last: number): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
      return index - 1;
    case 'ArrowRight':
      return index + 1;
    case 'PageUp':
      return index + pageOfSamples;
    case 'PageDown':
      return index - pageOfSamples;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}

/**
 * The moment under pointer or keyboard: a line and a box with its values, over the chart. Its state
 * lives here, so that moving it never renders the chart.
 */
export function Cursor({ model, width, height }: CursorProps) {
  const { t, language } = useT();
  const { stack, startMs, endMs } = model;
  // Kept as a time, since a refresh moves the samples under it.
  const [ms, setMs] = useState<number | null>(null);
  const last = stack.times.length - 1;
  const index = ms === null ? last : nearestMoment(stack.times, ms);
  const moment = momentAt(stack, index);
  const span = { spanMs: endMs - startMs, stepMs: stack.stepMs };
  const plotWidth = width - plotPadding.left - plotPadding.right;
  const x = ((moment.ms - startMs) / Math.max(1, endMs - startMs)) * plotWidth;

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const at = startMs + ((event.clientX - left) / plotWidth) * (endMs - startMs);
    setMs(stack.times[nearestMoment(stack.times, at)] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Without a cursor the newest moment is the first to step on.
    const from = ms === null && event.key === 'ArrowLeft' ? last + 1 : index;
    const moved = movedBy(event.key, from, last);
    if (moved === undefined) return;
    event.preventDefault();
    setMs(moved === null ? null : (stack.times[Math.min(last, Math.max(0, moved))] ?? null));
  };
  const time = formatMoment(moment.ms, span, language);
  const valueText =
    moment.total === null
      ? t('{{time}}, no data', { time })
      : t('{{time}}, total {{cores}} cores', { time, cores: formatCores(moment.total, language) });

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('Moment in time')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={index}
      aria-valuetext={valueText}
      className="host-processes__cursor-area"
      data-test="hp-chart-cursor"
      style={{
        insetInlineStart: plotPadding.left,
        insetBlockStart: plotPadding.top,
        inlineSize: plotWidth,
        blockSize: height - plotPadding.top - plotPadding.bottom,
      }}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
      onPointerLeave={() => setMs(null)}
      onKeyDown={onKeyDown}
      onBlur={() => setMs(null)}
    >
      {ms !== null && (
        <>
          <span className="host-processes__cursor-line" style={{ insetInlineStart: x }} />
          <CursorBox
            moment={moment}
            layers={model.layers}
            time={time}
            capacity={model.capacity}
            side={x > plotWidth / 2 ? 'left' : 'right'}
            offset={x > plotWidth / 2 ? plotWidth - x : x}
          />
        </>
      )}
    </div>
  );
}
