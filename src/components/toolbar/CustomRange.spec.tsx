import { renderInConsole } from '../../testing/fake-console';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomRange } from './CustomRange';

const start = new Date(2026, 10, 23, 10, 0).getTime();
const hour = 3_600_000;

function renderDialog() {
  const onChoose = jest.fn();
  const onClose = jest.fn();
  renderInConsole(
    <CustomRange fromMs={start} toMs={start + hour} onChoose={onChoose} onClose={onClose} />,
  );
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const show = () => screen.getByRole('button', { name: 'Show this range' });
  return { onChoose, onClose, type, show };
}

describe('a custom range', () => {
  it('begins with what the page shows, and gives what was typed', async () => {
    const { onChoose, type, show } = renderDialog();
    expect(screen.getByLabelText('Start')).toHaveValue('2026-11-23T10:00');
    type('End', '2026-11-23T12:30');
    await userEvent.click(show());
    expect(onChoose).toHaveBeenCalledWith(start, start + 2.5 * hour);
  });

  it.each([
    ['End', '2026-11-23T09:00', 'The end must be after the start.'],
    ['End', '2026-11-23T10:04', 'The range must be between 5 minutes and 2 weeks.'],
    ['Start', '2026-11-01T10:00', 'The range must be between 5 minutes and 2 weeks.'],
    ['Start', '', 'Both a start and an end are needed.'],
  ])('says as it is typed that with %s at %j it will not do', (label, value, problem) => {
    const { type, show } = renderDialog();
    type(label, value);
    expect(screen.getByText(problem, { exact: false })).toBeInTheDocument();
    expect(show()).toBeDisabled();
  });

  it('goes away without a choice', async () => {
    const { onChoose, onClose } = renderDialog();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onChoose).not.toHaveBeenCalled();
  });
});
