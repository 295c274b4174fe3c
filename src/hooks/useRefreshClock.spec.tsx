import { act, renderHook } from '@testing-library/react';
import { useRefreshClock } from './useRefreshClock';

let hidden = false;

function setHidden(value: boolean): void {
  hidden = value;
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

beforeEach(() => {
  hidden = false;
  jest.useFakeTimers({ now: 1_000_000 });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});

afterEach(() => {
  jest.useRealTimers();
});

function advance(ms: number): void {
  act(() => {
    jest.advanceTimersByTime(ms);
  });
}

describe('useRefreshClock', () => {
  it('moves on every interval', () => {
    const { result } = renderHook(() => useRefreshClock(30_000, 'hour'));
    expect(result.current.nowMs).toBe(1_000_000);
    advance(29_999);
    expect(result.current.nowMs).toBe(1_000_000);
    advance(1);
    expect(result.current.nowMs).toBe(1_030_000);
  });

  it('stands when it is off, and moves when told to', () => {
    const { result } = renderHook(() => useRefreshClock(0, 'hour'));
    advance(600_000);
    expect(result.current.nowMs).toBe(1_000_000);
    act(() => result.current.refresh());
    expect(result.current.nowMs).toBe(1_600_000);
  });

  it('stands while the tab is hidden, and moves once when it is seen again', () => {
    const { result } = renderHook(() => useRefreshClock(30_000, 'hour'));
    setHidden(true);
    advance(100_000);
    expect(result.current.nowMs).toBe(1_000_000);
    setHidden(false);
    expect(result.current.nowMs).toBe(1_100_000);
    advance(30_000);
    expect(result.current.nowMs).toBe(1_130_000);
  });

  it('moves at once, and only once, with another subject', () => {
    const { result, rerender } = renderHook(({ subject }) => useRefreshClock(0, subject), {
      initialProps: { subject: 'hour' },
    });
    advance(20_000);
    rerender({ subject: 'hour' });
    expect(result.current.nowMs).toBe(1_000_000);
    rerender({ subject: 'day' });
    expect(result.current.nowMs).toBe(1_020_000);
    advance(20_000);
    rerender({ subject: 'day' });
    expect(result.current.nowMs).toBe(1_020_000);
  });

  it('follows a changed interval and ends with its component', () => {
    const { result, rerender, unmount } = renderHook(
      ({ every }) => useRefreshClock(every, 'hour'),
      {
        initialProps: { every: 30_000 },
      },
    );
    rerender({ every: 60_000 });
    advance(59_000);
    expect(result.current.nowMs).toBe(1_000_000);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
