import { renderInConsole } from '../testing/fake-console';
import { act, renderHook, screen } from '@testing-library/react';
import { inCores } from '../format/usage';
import type { Unit } from '../url-state/page-state';
import { usePageState } from './usePageState';
import { useMeasureOf, useUnit } from './useUnit';

const settings = 'console-user-settings';
let choose: (unit: Unit) => void;

function Probe() {
  const [page, change] = usePageState();
  const [unit, chooseUnit] = useUnit(page, change);
  // Handed out of the component, for the spec to call as an event handler would.
  // eslint-disable-next-line react-hooks/globals
  choose = chooseUnit;
  return <p data-test="unit">{unit}</p>;
}

function remember(unit: unknown): void {
  localStorage.setItem(settings, JSON.stringify({ 'host-processes.unit': unit }));
}

const unit = () => screen.getByTestId('unit').textContent;

afterEach(() => localStorage.clear());

describe('the unit of CPU use', () => {
  it.each([
    ['', undefined, 'cores'],
    ['?hpUnit=percent', undefined, 'percent'],
    ['', 'percent', 'percent'],
    ['?hpUnit=cores', 'percent', 'cores'],
    ['?hpUnit=inches', 'percent', 'percent'],
    ['', 'inches', 'cores'],
    ['', { of: 'a newer version' }, 'cores'],
  ])('with %j in the URL and %j remembered is %s', (query, remembered, expected) => {
    remember(remembered);
    renderInConsole(<Probe />, `/n${query}`);
    expect(unit()).toBe(expected);
  });

  it('goes to the URL and is remembered; Back goes back to what was', () => {
    const { search, back, unmount } = renderInConsole(<Probe />, '/n?other=1');
    act(() => choose('percent'));
    expect([unit(), search().toString()]).toEqual(['percent', 'other=1&hpUnit=percent']);
    act(back);
    expect([unit(), search().toString()]).toEqual(['cores', 'other=1']);
    unmount();
    renderInConsole(<Probe />, '/another');
    expect(unit()).toBe('percent');
  });
});

describe('the measure', () => {
  it('is percent once the CPUs of the node are known, and while they are asked for anew', () => {
    const { result, rerender } = renderHook(({ cpus }) => useMeasureOf('percent', cpus), {
      initialProps: { cpus: undefined as number | undefined },
    });
    expect(result.current).toBe(inCores);
    rerender({ cpus: 8 });
    const known = result.current;
    expect(known).toEqual({ unit: 'percent', cpus: 8 });
    rerender({ cpus: undefined });
    expect(result.current).toBe(known);
  });
});
