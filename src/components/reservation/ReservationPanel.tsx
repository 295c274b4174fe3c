import { memo } from 'react';
import type { PanelState } from '../../hooks/panel-state';
import type { Judgement } from '../../hooks/useReservation';
import { useT } from '../../i18n/useT';
import { Panel } from '../Panel';
import type { StateContext } from '../states/HindranceState';
import { Bullet } from './Bullet';
import { JudgedFigures } from './JudgedFigures';
import { JudgedText } from './JudgedText';
import { ReservationHeadline } from './ReservationHeadline';
import { UnknownReservation } from './UnknownReservation';
import { VerdictText, type JudgedRange } from './VerdictText';
import './reservation.css';

interface ReservationPanelProps {
  readonly state: PanelState<Judgement>;
  readonly range: JudgedRange;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
}

/** Whether the platform keeps within the CPUs reserved for it, and what it would have needed. */
export const ReservationPanel = memo(function ReservationPanel({
  state,
  range,
  context,
}: ReservationPanelProps) {
  const { t } = useT();
  return (
    <Panel
      id="hp-reservation"
      title={t('Reserved CPU')}
      state={state}
      context={context}
      height="382px"
    >
      {({ reservation, judged, usage }) => (
        <div className="host-processes__reservation">
          <ReservationHeadline now={usage.now} reservedCpus={reservation?.cpus} judged={judged} />
          {reservation ? (
            <>
              <VerdictText usage={usage} reservedCpus={reservation.cpus} range={range} />
              <Bullet usage={usage} reservedCpus={reservation.cpus} />
            </>
          ) : (
            <UnknownReservation usage={usage} />
          )}
          <JudgedFigures usage={usage} reservedCpus={reservation?.cpus} />
          <JudgedText judged={judged} reservation={reservation} windowMs={range.windowMs} />
        </div>
      )}
    </Panel>
  );
});
