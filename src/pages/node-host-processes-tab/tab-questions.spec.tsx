import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerWith, never } from '../../testing/fake-console';
import { extentAnswer } from '../../testing/known-answers';
import { expectPanels, node, renderTab } from '../../testing/tab-in-console';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  ...jest.requireActual<object>('@openshift-console/dynamic-plugin-sdk'),
  consoleFetchJSON: jest.fn(),
}));

describe('what the tab asks', () => {
  it('asks only about this node, in windows of four scrapes', async () => {
    const asked = answerWith();
    renderTab();
    await expectPanels('ready');
    const { params } = asked.find((one) => one.asked === 'account')!;
    expect(params.get('query')).toContain('{instance="n1"}[2m]');
    expect(params.get('query')).toContain('{instance="n1"}[1h]');
  });

  it('asks six queries for its picture, and six at a refresh', async () => {
    const queries = () =>
      jest.mocked(consoleFetchJSON).mock.calls.filter(([address]) => address.includes('query='));
    jest.mocked(consoleFetchJSON).mockClear();
    answerWith();
    renderTab('?refreshInterval=0');
    await expectPanels('ready');
    await waitFor(() =>
      expect(screen.getByTestId('hp-account')).toHaveAttribute('aria-busy', 'false'),
    );
    expect(queries()).toHaveLength(6);
    jest.mocked(consoleFetchJSON).mockClear();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 30_000);
    await userEvent.click(screen.getByTestId('hp-refresh'));
    await userEvent.click(screen.getByRole('option', { name: 'Refresh every 1 minute' }));
    await waitFor(() => expect(queries()).toHaveLength(6));
    clock.mockRestore();
  });

  it('asks for the table before it knows what part of the range has data', async () => {
    const asked = answerWith({ extent: never });
    renderTab();
    await waitFor(() => expect(asked.some((one) => one.asked === 'groups')).toBe(true));
    // The installation is asked for once, by whoever is first.
    const about = asked.map((one) => one.asked).filter((one) => one !== 'installation');
    expect(about).toEqual(['extent', 'groups', 'pods']);
    expect(screen.getByTestId('hp-groups')).toHaveAttribute('data-state', 'loading');
  });

  it('asks for the table again where only a part of the range has data', async () => {
    const time = 1_700_000_000;
    const asked = answerWith({ extent: () => extentAnswer({ first: time - 1800, last: time }) });
    renderTab(`?endTime=${time}000`);
    await expectPanels('ready');
    const averages = asked
      .filter((one) => one.asked === 'groups')
      .map(({ params }) => /\[(1h|30m)\]/.exec(params.get('query') ?? '')?.[1]);
    expect(averages).toEqual(['1h', '30m']);
  });

  it('averages exactly over a pinned range, to its end', async () => {
    const asked = answerWith();
    renderTab('?endTime=1700000000123&timeRange=75250');
    await expectPanels('ready');
    expect(screen.getByText(/^CPU account at Nov 1[45], /)).toBeInTheDocument();
    const { params } = asked.find((one) => one.asked === 'account')!;
    expect(params.get('time')).toBe('1700000000.123');
    expect(params.get('query')).toContain('[1m15s250ms]');
    expect(screen.getByRole('heading', { name: /^CPU account at / })).toBeInTheDocument();
    expect(screen.getByTestId('hp-refresh')).toHaveTextContent('Refresh off');
  });

  it('averages from where data begins, and says so', async () => {
    const time = 1_700_000_000;
    const asked = answerWith({ extent: () => extentAnswer({ first: time - 1800, last: time }) });
    renderTab(`?endTime=${time}000`);
    await expectPanels('ready');
    expect(asked.find((one) => one.asked === 'account')!.params.get('query')).toContain('[30m]');
    expect(screen.getByText(/^Data from .*, 30 minutes$/)).toBeInTheDocument();
  });

  it('starts anew for another node', async () => {
    const asked = answerWith();
    const other = { ...node, metadata: { name: 'n2' } };
    renderTab('', other);
    await expectPanels('ready');
    const queries = asked.flatMap(({ params }) => params.get('query') ?? []);
    expect(queries.length).toBeGreaterThan(3);
    expect(queries.every((query) => query.includes('instance="n2"'))).toBe(true);
  });
});

describe('the tab', () => {
  it('asks nothing when the console has no monitoring', () => {
    const asked = answerWith();
    Object.assign(globalThis, { SERVER_FLAGS: { basePath: '/', prometheusBaseURL: '' } });
    renderTab();
    expect(screen.getByTestId('hp-tab')).toHaveAttribute('data-state', 'absent');
    expect(screen.getByText('Monitoring is not available')).toBeInTheDocument();
    expect(asked).toEqual([]);
  });

  it('asks nothing about Windows nodes', () => {
    const asked = answerWith();
    renderTab('', {
      ...node,
      status: { nodeInfo: { operatingSystem: 'windows', architecture: 'amd64' } },
    });
    expect(screen.getByTestId('hp-tab')).toHaveAttribute('data-state', 'windows');
    expect(screen.getByText('Not available for Windows nodes')).toBeInTheDocument();
    expect(asked).toEqual([]);
  });
});
