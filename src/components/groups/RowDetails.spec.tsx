import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerWith, failing, renderInConsole } from '../../testing/fake-console';
import { data, GroupsOnPage } from '../../testing/groups-on-page';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  ...jest.requireActual<object>('@openshift-console/dynamic-plugin-sdk'),
  consoleFetchJSON: jest.fn(),
}));

describe('a row that opens', () => {
  const open = async () => {
    const row = screen.getAllByTestId('hp-group-row')[1]!;
    await userEvent.click(within(row).getByRole('button', { name: /Details/ }));
  };

  it('shows threads, ended ones last, counts, memory and start; asked for only then', async () => {
    const log = answerWith();
    renderInConsole(<GroupsOnPage data={data} />);
    expect(log).toEqual([]);
    await open();
    const details = await screen.findByTestId('hp-group-details');
    expect(log.map((one) => one.asked)).toEqual(['details']);
    expect(log[0]!.params.get('query')).toContain('groupname="kubelet"');
    const threads = within(details)
      .getAllByTestId('hp-thread-row')
      .map(({ dataset }) => dataset.thread);
    expect(threads).toEqual(['worker', 'main', '(exited)']);
    const fact = (id: string) => within(details).getByTestId<HTMLDataElement>(id);
    expect(fact('processes')).toHaveTextContent('3');
    expect(fact('threads')).toHaveTextContent('41');
    expect(fact('memory')).toHaveTextContent('152.6 MiB');
    expect(fact('started').value).toBe('1700000000000');
    await open();
    expect(screen.queryByTestId('hp-group-details')).toBeNull();
  });

  it('tells in its own place what went wrong, and tries again', async () => {
    answerWith({ details: failing({ code: 502, message: 'Bad Gateway' }) });
    renderInConsole(<GroupsOnPage data={data} />);
    await open();
    expect(await screen.findByText('Could not load kubelet')).toBeInTheDocument();
    answerWith();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByTestId('hp-group-details')).toBeInTheDocument();
  });
});
