import { act, renderHook } from '@testing-library/react';
import { useAnswer, type Inquiry } from './useAnswer';

interface Asking {
  readonly inquiry: Inquiry<string>;
  readonly signals: AbortSignal[];
  readonly answer: (text: string) => Promise<void>;
  readonly fail: (error: unknown) => Promise<void>;
}

/** An inquiry that the spec answers when it likes. */
function asking(subject: string): Asking {
  const signals: AbortSignal[] = [];
  const settlers: { resolve: (text: string) => void; reject: (error: unknown) => void }[] = [];
  return {
    signals,
    inquiry: {
      subject,
      ask: (signal) => {
        signals.push(signal);
        return new Promise((resolve, reject) => settlers.push({ resolve, reject }));
      },
    },
    answer: (text) =>
      act(async () => {
        settlers.at(-1)?.resolve(text);
        await Promise.resolve();
      }),
    fail: (error) =>
      act(async () => {
        settlers.at(-1)?.reject(error);
        await Promise.resolve();
      }),
  };
}

function renderAnswer(first: Inquiry<string> | undefined) {
  return renderHook(({ wanted }: { wanted: Inquiry<string> | undefined }) => useAnswer(wanted), {
    initialProps: { wanted: first },
  });
}

describe('useAnswer', () => {
  it('is pending, then has the answer', async () => {
    const a = asking('a');
    const { result } = renderAnswer(a.inquiry);
    expect(result.current).toMatchObject({ pending: true });
    expect(result.current).not.toHaveProperty('outcome');
    await a.answer('one');
    expect(result.current).toMatchObject({ outcome: { data: 'one' }, pending: false });
  });

  it('keeps the old answer while a new one is on its way', async () => {
    const [a, b] = [asking('a'), asking('b')];
    const { result, rerender } = renderAnswer(a.inquiry);
    await a.answer('one');
    rerender({ wanted: b.inquiry });
    expect(result.current).toMatchObject({ outcome: { data: 'one' }, pending: true });
    await b.answer('two');
    expect(result.current).toMatchObject({ outcome: { data: 'two' }, pending: false });
  });

  it('aborts what no longer matters and drops its late answer', async () => {
    const [a, b] = [asking('a'), asking('b')];
    const { result, rerender } = renderAnswer(a.inquiry);
    rerender({ wanted: b.inquiry });
    expect(a.signals[0]?.aborted).toBe(true);
    await b.answer('new');
    await a.answer('late');
    expect(result.current).toMatchObject({ outcome: { data: 'new' }, pending: false });
  });

  it('lets a slow answer arrive through refreshes, then asks for the newest', async () => {
    const [first, second, third] = [asking('a'), asking('a'), asking('a')];
    const { result, rerender } = renderAnswer(first.inquiry);
    rerender({ wanted: second.inquiry });
    rerender({ wanted: third.inquiry });
    expect(first.signals[0]?.aborted).toBe(false);
    await first.answer('slow');
    expect(result.current).toMatchObject({ outcome: { data: 'slow' }, pending: true });
    expect(second.signals).toHaveLength(0);
    await third.answer('newest');
    expect(result.current).toMatchObject({ outcome: { data: 'newest' }, pending: false });
  });

  it('codes failures and asks again on retry', async () => {
    const a = asking('a');
    const { result } = renderAnswer(a.inquiry);
    await a.fail(Object.assign(new Error('Forbidden'), { code: 403 }));
    expect(result.current.outcome).toMatchObject({ error: { code: 'denied' } });
    act(() => result.current.retry());
    expect(result.current.pending).toBe(true);
    expect(a.signals).toHaveLength(2);
    await a.answer('one');
    expect(result.current).toMatchObject({ outcome: { data: 'one' }, pending: false });
  });

  it('keeps an old failure for the same subject alone', async () => {
    const [a, again, b] = [asking('a'), asking('a'), asking('b')];
    const { result, rerender } = renderAnswer(a.inquiry);
    await a.fail(new Error('no'));
    rerender({ wanted: again.inquiry });
    expect(result.current).toMatchObject({ outcome: { error: { message: 'no' } }, pending: true });
    rerender({ wanted: b.inquiry });
    expect(result.current).not.toHaveProperty('outcome');
    expect(result.current.pending).toBe(true);
  });

  it('aborts when its component goes', () => {
    const a = asking('a');
    const { unmount } = renderAnswer(a.inquiry);
    unmount();
    expect(a.signals[0]?.aborted).toBe(true);
  });

  it('asks nothing for nothing', () => {
    const { result } = renderAnswer(undefined);
    expect(result.current.pending).toBe(false);
  });
});
