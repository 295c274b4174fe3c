import { renderInConsole } from '../../testing/fake-console';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accountOf } from '../../../prometheus/series/account';
import { accountWithPods } from '../../../prometheus/series/account-split';
import { podKindUsageOf } from '../../../prometheus/series/pod-kinds';
import { MeasureContext } from '../../hooks/measure';
import { inCores, type Measure } from '../../format/usage';
import type { NotSplit } from '../../hooks/useOverview';
import { accountAnswer, podKindsAnswer } from '../../testing/known-answers';
import { AccountPanel } from './AccountPanel';

const account = accountOf(accountAnswer.data.result)!;
const context = {
  brief: false,
  agentNamespace: undefined,
  showHour: jest.fn(),
  showRange: jest.fn(),
};

function renderPanel(data = account, notSplit?: NotSplit, measure: Measure = inCores) {
  const state = { kind: 'ready' as const, data, refreshing: false, warnings: [] };
  renderInConsole(
    <MeasureContext.Provider value={measure}>
      <AccountPanel
        state={state}
        moment={undefined}
        notSplit={notSplit}
        reservedCpus={2}
        actions={undefined}
        context={context}
      />
    </MeasureContext.Provider>,
  );
}

describe('the account', () => {
  it('draws used classes only, as wide as their cores, and says the sums', () => {
    renderPanel();
    const bar = screen.getByRole('img', {
      name: 'Host 1.02, pods 1.50, not used 1.48 of 4 cores',
    });
    const segments = [...bar.querySelectorAll<HTMLElement>('[data-segment]')];
    expect(segments.map(({ dataset }) => dataset.segment)).toEqual([
      'kernel',
      'service',
      'unattributed',
      'pod',
    ]);
    expect(segments.map(({ style }) => Number(style.flexGrow))).toEqual([0.25, 0.75, 0.02, 1.5]);
  });

  it('lists percents that add to 100, with little as "<1%"', () => {
    renderPanel();
    expect(screen.getByText('63%')).toBeInTheDocument();
    expect(screen.getByText('<1%')).toBeInTheDocument();
    expect(screen.getByTestId('hp-account-subtotal')).toHaveTextContent('Host1.020.71');
  });

  it('is written in percent where the page is: whole ones that add to 100, and no cores', () => {
    renderPanel(account, undefined, { unit: 'percent', cpus: 4 });
    const texts = (id: string) =>
      screen
        .getAllByTestId('hp-account-row')
        .map((row) => row.querySelector(`[data-test=${id}]`)?.textContent ?? '');
    for (const id of ['now', 'average']) {
      const percents = texts(id).map((text) =>
        Number(text.replace(/^<1%$/, '0%').replace('%', '')),
      );
      // What is less than one percent is told, and not counted by the largest remainder.
      expect(percents.reduce((sum, percent) => sum + percent, 0)).toBeGreaterThanOrEqual(99);
      expect(percents.reduce((sum, percent) => sum + percent, 0)).toBeLessThanOrEqual(100);
    }
    expect(screen.getByTestId('hp-account-busy')).toHaveTextContent('63%');
    expect(screen.getByTestId<HTMLDataElement>('hp-account-busy').value).toBe('2.52');
    expect(screen.getAllByTestId('hp-account-heads')[0]).toHaveTextContent('% of nodeAverage');
    expect(
      screen.getByRole('img', { name: 'Host 25.5%, pods 37.5%, not used 37.0% of the node' }),
    ).toBeInTheDocument();
  });

  it('shows pods split, with the platform as a sum and what is left unsplit', () => {
    renderPanel(accountWithPods(account, podKindUsageOf(podKindsAnswer.data.result)!));
    const cores: Record<string, string | undefined> = {};
    for (const row of screen.getAllByTestId('hp-account-row')) {
      const now = row.querySelector<HTMLDataElement>('[data-test=now]');
      cores[row.dataset.class ?? ''] = now?.value;
    }
    expect(cores).toMatchObject({
      'infrastructure-pod': '0.5',
      'workload-pod': '0.75',
      pod: '0.25',
    });
    expect(screen.getByTestId('hp-account-platform')).toHaveTextContent('1.52');
    expect(screen.getByTestId('hp-account-busy')).toHaveTextContent('2.52');
    expect(screen.queryByText('Pods are not split')).toBeNull();
  });

  it.each([
    [{ because: 'denied' }, /With cluster-monitoring-view, infrastructure/],
    [{ because: 'missing' }, /no metrics of kubelet/],
    [{ because: 'failed', message: 'too many samples' }, /told apart: too many samples/],
  ] as const)('says why pods are not split: %j', (why, text) => {
    renderPanel(account, why);
    expect(screen.getByTestId('hp-pods-not-split')).toHaveTextContent(text);
    expect(screen.queryByTestId('hp-account-platform')).toBeNull();
  });

  it('explains what a class means', async () => {
    renderPanel();
    await userEvent.click(screen.getByRole('button', { name: 'Unattributed' }));
    expect(await screen.findByText('Busy time that no unit and no thread explains.')).toBeVisible();
  });

  it('says aloud when much of the busy time has no owner, and is silent about little', () => {
    renderPanel();
    expect(screen.queryByTestId('hp-unattributed')).toBeNull();
    const classes = account.classes.map((one) =>
      one.class === 'unattributed' ? { ...one, average: 0.49 } : one,
    );
    renderPanel({ ...account, classes, busy: { now: 2.52, average: 2.45 } });
    expect(screen.getByTestId('hp-unattributed')).toHaveTextContent(
      '20.0% of the busy time in this range has no owner',
    );
  });

  it('clamps the drawing, never the number, where use exceeds capacity', () => {
    renderPanel({ ...account, cpus: 2 });
    expect(screen.getByTestId('hp-account-busy')).toHaveTextContent('2.52');
    expect(screen.getByRole('img', { name: /not used 0 of 2 cores/ })).toBeInTheDocument();
  });
});
