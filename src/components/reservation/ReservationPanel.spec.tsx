import { renderInConsole } from '../../testing/fake-console';
import { screen } from '@testing-library/react';
import type { JudgedUsage } from '../../../prometheus/series/judged-usage';
import { reservationOf } from '../../../prometheus/series/reservation';
import type { PanelState } from '../../hooks/panel-state';
import type { Judgement } from '../../hooks/useReservation';
import { reservationAnswer } from '../../testing/known-answers';
import { ReservationPanel } from './ReservationPanel';
import type { JudgedRange } from './VerdictText';

const context = {
  brief: false,
  agentNamespace: undefined,
  showHour: jest.fn(),
  showRange: jest.fn(),
};
const range: JudgedRange = { rangeMs: 3_600_000, covered: 1, windowMs: 60_000 };

const usage: JudgedUsage = {
  now: 1.5,
  average: 1.2,
  p95: 1.6,
  maximum: 1.7,
  windows: 60,
  windowsAbove: 0,
};

function judgement(parts: Partial<JudgedUsage>, known: Partial<Judgement> = {}) {
  return {
    judged: 'platform' as const,
    usage: { ...usage, ...parts },
    reservation: reservationOf(reservationAnswer.data.result),
    ...known,
  };
}

function renderPanel(data: Judgement, shown = range) {
  const state: PanelState<Judgement> = { kind: 'ready', data, refreshing: false, warnings: [] };
  renderInConsole(<ReservationPanel state={state} range={shown} context={context} />);
}

const value = (id: string) => Number(screen.getByTestId<HTMLDataElement>(id).value);

describe('the reservation', () => {
  it.each([
    [1.7, 'within', 'Within the reservation'],
    [1.9, 'close', 'Close to the reservation'],
    [2, 'close', 'Close to the reservation'],
    [2.5, 'exceeds', 'Exceeds the reservation'],
  ])('with a maximum of %d of 2 cores: %s', (maximum, verdict, words) => {
    renderPanel(judgement({ maximum }));
    const label = screen.getByTestId('hp-verdict');
    expect(label).toHaveAttribute('data-verdict', verdict);
    expect(label).toHaveTextContent(words);
  });

  it('shows now, average, 95th percentile, maximum and headroom, which may be negative', () => {
    renderPanel(judgement({ maximum: 2.5 }));
    expect(value('hp-reservation-now')).toBe(1.5);
    expect(screen.getByText('of 2.00 reserved cores')).toBeInTheDocument();
    expect(value('hp-reservation-average')).toBe(1.2);
    expect(value('hp-reservation-p95')).toBe(1.6);
    expect(value('hp-reservation-maximum')).toBe(2.5);
    expect(value('hp-reservation-headroom')).toBe(-0.5);
    expect(screen.getByRole('img', { name: /maximum 2.50, reserved 2.00/ })).toBeInTheDocument();
  });

  it('says how long it was exceeded, and what the range would have needed', () => {
    renderPanel(judgement({ maximum: 2.5, windows: 60, windowsAbove: 15 }));
    expect(screen.getByTestId('hp-verdict-above')).toHaveTextContent(
      '15 minutes of 1 hour above 2.00 cores.',
    );
    expect(screen.getByTestId('hp-needed')).toHaveTextContent('needed 3 reserved CPUs');
  });

  it('judges the platform against the reserved set, and says where that is known from', () => {
    renderPanel(judgement({}));
    expect(screen.getByTestId('hp-judged')).toHaveTextContent(
      'Platform (host and infrastructure pods) against the reserved CPU set, known from the kernel command line (systemd.cpu_affinity).',
    );
  });

  it('says that infrastructure pods are not counted where they cannot be told apart', () => {
    renderPanel(judgement({}, { judged: 'host' }));
    expect(screen.getByTestId('hp-judged')).toHaveTextContent(
      /^Host processes against the reserved CPU set.*are not counted/,
    );
  });

  it('judges the host against capacity minus allocatable', () => {
    const reservation = { cpus: 0.5, source: 'capacity-minus-allocatable' } as const;
    renderPanel(judgement({}, { judged: 'host', reservation }));
    expect(screen.getByTestId('hp-judged')).toHaveTextContent(
      'Host processes against capacity minus allocatable.',
    );
    expect(screen.getByTestId('hp-verdict')).toHaveAttribute('data-verdict', 'exceeds');
  });

  it('gives no verdict without a reservation, and says how to get one', () => {
    renderPanel(judgement({}, { judged: 'host', reservation: undefined }));
    expect(screen.getByText('No reservation known')).toBeInTheDocument();
    expect(screen.queryByTestId('hp-verdict')).toBeNull();
    expect(screen.getByTestId('hp-needed')).toHaveAttribute('data-value', '2');
    expect(value('hp-reservation-maximum')).toBe(1.7);
  });

  it('gives no verdict on a range that was mostly not seen', () => {
    renderPanel(judgement({}), { ...range, covered: 0.4 });
    expect(screen.getByTestId('hp-verdict')).toHaveTextContent('Not enough data for a verdict');
  });

  it('says what is missing instead of a zero', () => {
    renderPanel(judgement({}, { usage: { windows: 0, windowsAbove: 0 } }));
    expect(screen.getByTestId('hp-verdict')).toHaveAttribute('data-verdict', 'unknown');
    expect(screen.getByTestId('hp-reservation-maximum-missing')).toBeInTheDocument();
  });
});
