import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { extentAnswer } from '../testing/known-answers';
import { clusterAccess } from './access';
import { coverageInquiry, whereaboutsInquiry } from './extent';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON: jest.fn() }));

const hour = 3_600_000;
const end = 1_700_000_000;
const asked = {
  node: 'n1',
  rangeMs: hour,
  scrapeIntervalMs: 15_000,
  endMs: end * 1000,
  moving: true,
  subject: 'n1',
  access: clusterAccess,
};
const { signal } = new AbortController();

function answer(parts: Parameters<typeof extentAnswer>[0]): void {
  jest.mocked(consoleFetchJSON).mockResolvedValue(extentAnswer(parts));
}

beforeEach(() => {
  Object.assign(globalThis, { SERVER_FLAGS: { basePath: '/', prometheusBaseURL: '/prometheus' } });
  jest.useFakeTimers({ now: end * 1000 });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('coverageInquiry', () => {
  it.each([0.25, 0.5, 1, 3, 6, 12, 24, 48, 168, 336])(
    'finds data that is younger than a step of a range of %d hours',
    async (hours) => {
      answer({ last: end - 2 });
      const { data } = await coverageInquiry({ ...asked, rangeMs: hours * hour }).ask(signal);
      expect(data).toMatchObject({
        dataFromMs: (end - 2) * 1000,
        asked: { endMs: end * 1000, rangeMs: 60_000 },
      });
    },
  );

  it('begins at the earliest moment that any step found', async () => {
    answer({ first: end - 100, recent: end - 290, last: end });
    const { data } = await coverageInquiry(asked).ask(signal);
    expect(data).toMatchObject({ dataFromMs: (end - 290) * 1000, rangeMs: 290_000 });
  });

  it('is nothing without data', async () => {
    answer({});
    expect((await coverageInquiry(asked).ask(signal)).data).toBeUndefined();
  });
});

describe('whereaboutsInquiry', () => {
  it('offers at least the window of a rate', async () => {
    answer({ nodes: 1, last: end });
    const { data } = await whereaboutsInquiry(asked).ask(signal);
    const lastMs = end * 1000;
    expect(data).toEqual({ otherNodes: 1, extent: { firstMs: lastMs - 60_000, lastMs } });
  });
});
