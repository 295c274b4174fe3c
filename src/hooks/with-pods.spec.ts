import { AskError, type AskErrorCode } from '../../prometheus/http-api/ask-error';
import { clusterAccess } from './access';
import type { Asked } from './inquiries';
import { withPods } from './with-pods';

const asked: Asked = {
  node: 'n1',
  rangeMs: 3_600_000,
  scrapeIntervalMs: 15_000,
  endMs: 1_700_000_000_000,
  moving: true,
  subject: 'n1',
  access: clusterAccess,
};
const { signal } = new AbortController();

/** Answers whether it was asked about pods; asked so, it fails with this. */
function answering(code?: AskErrorCode) {
  return (pods: boolean) => ({
    subject: `n1 ${pods ? 'all' : 'host'}`,
    ask: () =>
      pods && code
        ? Promise.reject(new AskError(code, 'too many samples'))
        : Promise.resolve({ data: pods, warnings: ['w'] }),
  });
}

describe('a question with pods', () => {
  it('is asked as a whole by who may see them', async () => {
    await expect(withPods(asked, answering()).ask(signal)).resolves.toEqual({
      data: { found: true, pods: { kind: 'asked' } },
      warnings: ['w'],
    });
  });

  it('is asked about the host alone by who may not', async () => {
    const access = { kind: 'namespace', namespace: 'agents' } as const;
    const { data } = await withPods({ ...asked, access }, answering('unavailable')).ask(signal);
    expect(data).toEqual({ found: false, pods: { kind: 'denied' } });
  });

  it.each(['bad-query', 'unavailable'] as const)(
    'is asked about the host alone when the whole fails (%s), and says why',
    async (code) => {
      const { data } = await withPods(asked, answering(code)).ask(signal);
      expect(data).toEqual({
        found: false,
        pods: { kind: 'failed', message: 'too many samples' },
      });
    },
  );

  it.each(['aborted', 'denied', 'timeout', 'absent'] as const)(
    'is not asked again when that would not help (%s)',
    async (code) => {
      await expect(withPods(asked, answering(code)).ask(signal)).rejects.toMatchObject({ code });
    },
  );
});
