import { useContext, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { layerAt } from '../../chart/layer-at';
import { momentAt, nearestMoment } from '../../chart/moment';
import { formatMoment } from '../../format/time';
import { HighlightContext } from '../../hooks/highlight';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import type { ChartModel } from './chart-model';
import type { ChartMoves } from './chart-moves';
import { cursorKey } from './cursor-keys';
import { CursorBox } from './CursorBox';
import { layerIdentity } from './layer-identity';
import { momentText } from './moment-text';
import { plotPadding } from './plot-area';
import { scaleOf } from './time-scale';
import { pointerX, useDrag } from './useDrag';

interface CursorProps {
  readonly model: ChartModel;
  readonly width: number;
  readonly height: number;
  /** The pinned moment, whose line stays; null for none. */
  readonly pinMs: number | null;
  readonly moves: ChartMoves;
}

/**
 * The moment under pointer or keyboard: a line and a box with its values, over the chart. Its state
 * lives here, so that moving it never renders the chart.
 */
export function Cursor({ model, width, height, pinMs, moves }: CursorProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  const { stack, startMs, endMs } = model;
  const highlight = useContext(HighlightContext);
  // Kept as a time, since a refresh moves the samples under it.
  const [ms, setMs] = useState<number | null>(null);
  const scale = scaleOf(model, width, height);
  const last = stack.times.length - 1;
  const timeAt = (at: number) => stack.times[at] ?? 0;
  const sampleAt = (x: number) => nearestMoment(stack.times, scale.msAt(x));
  const chosen = ms ?? pinMs;
  const index = chosen === null ? last : nearestMoment(stack.times, chosen);
  const moment = momentAt(stack, index);
  const time = formatMoment(moment.ms, { spanMs: endMs - startMs, stepMs: stack.stepMs }, language);
  const x = scale.xOf(moment.ms);
  const drag = useDrag(
    (at) => moves.pin(timeAt(sampleAt(at))),
    (from, to) => moves.zoom(scale.msAt(from), scale.msAt(to)),
  );

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    drag.move(event);
    const at = sampleAt(pointerX(event));
    setMs(timeAt(at));
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const key = layerAt(stack, at, scale.coresAt(y));
    const layer = model.layers.find((one) => one.key === key);
    highlight.set(layer ? { from: 'plot', identity: layerIdentity(layer) } : null);
  };
  const leave = () => {
    setMs(null);
    highlight.set(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Without a cursor the newest moment is the first to step on.
    const from = chosen === null && event.key === 'ArrowLeft' ? last + 1 : index;
    const key = cursorKey(event.key, from, last);
    if (key === undefined) return;
    event.preventDefault();
    switch (key.kind) {
      case 'move':
        setMs(timeAt(key.to));
        break;
      case 'pin':
        moves.pin(moment.ms);
        break;
      case 'clear':
        setMs(null);
        moves.unpin();
        break;
      case 'zoom-in':
        moves.zoomAbout(moment.ms, 'in');
        break;
      case 'zoom-out':
        moves.zoomAbout(moment.ms, 'out');
        break;
    }
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('Moment in time')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={index}
      aria-valuetext={momentText(t, model, { moment, index, time }, measure, language)}
      className="host-processes__cursor-area"
      data-test="hp-chart-cursor"
      style={{
        insetInlineStart: plotPadding.left,
        insetBlockStart: plotPadding.top,
        inlineSize: scale.width,
        blockSize: scale.height,
      }}
      onPointerMove={onPointerMove}
      onPointerDown={(event) => {
        onPointerMove(event);
        drag.begin(event);
      }}
      onPointerUp={drag.end}
      onPointerCancel={drag.cancel}
      onPointerLeave={leave}
      onKeyDown={onKeyDown}
      onBlur={leave}
    >
      {pinMs !== null && pinMs >= startMs && pinMs <= endMs && (
        <span
          className="host-processes__pin-line"
          data-test="hp-chart-pin-line"
          style={{ insetInlineStart: scale.xOf(pinMs) }}
        />
      )}
      {drag.selection && (
        <span
          className="host-processes__selection"
          style={{
            insetInlineStart: Math.min(drag.selection.from, drag.selection.to),
            inlineSize: Math.abs(drag.selection.to - drag.selection.from),
          }}
        />
      )}
      {ms !== null && (
        <>
          <span className="host-processes__cursor-line" style={{ insetInlineStart: x }} />
          {!drag.selection && (
            <CursorBox
              moment={moment}
              index={index}
              model={model}
              time={time}
              side={x > scale.width / 2 ? 'left' : 'right'}
              offset={x > scale.width / 2 ? scale.width - x : x}
            />
          )}
        </>
      )}
    </div>
  );
}
