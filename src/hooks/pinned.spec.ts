import { clusterAccess } from './access';
import type { Asked } from './inquiries';
import { askedAt } from './pinned';

const end = 1_700_003_600_000;
const asked: Asked = {
  node: 'n1',
  rangeMs: 3_600_000,
  scrapeIntervalMs: 15_000,
  endMs: end,
  moving: true,
  subject: 'n1',
  access: clusterAccess,
};

describe('askedAt', () => {
  it('ends at the moment and begins where the range does', () => {
    expect(askedAt(asked, end - 600_000)).toMatchObject({
      endMs: end - 600_000,
      rangeMs: 3_000_000,
      moving: false,
      node: 'n1',
    });
  });

  it('is another subject, so that what was asked before is dropped', () => {
    expect(askedAt(asked, end - 1).subject).not.toBe(asked.subject);
  });

  it('stays inside the range, and is never shorter than a rate needs', () => {
    expect(askedAt(asked, end + 1).endMs).toBe(end);
    expect(askedAt(asked, 1)).toMatchObject({ endMs: end - 3_600_000, rangeMs: 60_000 });
  });
});
