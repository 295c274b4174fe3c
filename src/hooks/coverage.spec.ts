import { coverageOf as coverageAt, type DataExtent, type WantedRange } from './coverage';

const hour = 3_600_000;
const endMs = 1_700_000_000_000;
const startMs = endMs - hour;
const wanted = { endMs, rangeMs: hour, moving: true };

/** Asked at the end of the range. */
function coverageOf(range: WantedRange, extent: DataExtent, scrapeIntervalMs: number) {
  return coverageAt(range, extent, scrapeIntervalMs, range.endMs);
}

describe('coverageOf', () => {
  it('is the whole range, to the millisecond, when data covers it', () => {
    expect(coverageOf(wanted, { firstMs: startMs - 5, lastMs: endMs }, 15_000)).toEqual({
      momentMs: endMs,
      rangeMs: hour,
    });
    const short = { endMs, rangeMs: 40_123, moving: false };
    expect(coverageOf(short, { firstMs: endMs - 40_123, lastMs: endMs }, 15_000).rangeMs).toBe(
      40_123,
    );
  });

  it('still is the whole range when up to a twentieth is missing', () => {
    const firstMs = startMs + 0.05 * hour;
    expect(coverageOf(wanted, { firstMs, lastMs: endMs }, 15_000).rangeMs).toBe(hour);
  });

  it('begins with the data when more is missing, and says so', () => {
    const firstMs = startMs + 0.5 * hour;
    expect(coverageOf(wanted, { firstMs, lastMs: endMs - 10_000 }, 15_000)).toEqual({
      momentMs: endMs,
      rangeMs: hour / 2,
      dataFromMs: firstMs,
    });
  });

  it('never takes a window that is too short for a rate', () => {
    const firstMs = endMs - 10_000;
    expect(coverageOf(wanted, { firstMs, lastMs: endMs }, 15_000).rangeMs).toBe(60_000);
  });

  it('goes back to the last numbers when the agent fell silent', () => {
    const lastMs = endMs - 600_000;
    expect(coverageOf(wanted, { firstMs: startMs, lastMs }, 15_000)).toEqual({
      momentMs: lastMs,
      rangeMs: hour - 600_000,
      silentMs: 600_000,
    });
  });

  it('takes the last numbers after one missed scrape, and says so after four', () => {
    const at = (age: number) =>
      coverageOf(wanted, { firstMs: startMs, lastMs: endMs - age }, 15_000);
    expect(at(16_500)).toEqual({ momentMs: endMs, rangeMs: hour });
    expect(at(17_000)).toEqual({ momentMs: endMs - 17_000, rangeMs: hour - 17_000 });
    expect(at(60_000)).not.toHaveProperty('silentMs');
    expect(at(61_000)).toMatchObject({ silentMs: 61_000 });
  });

  it('does not wait for data of the future', () => {
    const range = { endMs: endMs + hour, rangeMs: 2 * hour, moving: false };
    const extent = { firstMs: endMs - hour, lastMs: endMs - 5_000 };
    expect(coverageAt(range, extent, 15_000, endMs)).toEqual({ momentMs: endMs, rangeMs: hour });
    expect(coverageAt(range, { ...extent, lastMs: endMs - 90_000 }, 15_000, endMs)).toEqual({
      momentMs: endMs - 90_000,
      rangeMs: hour - 90_000,
      silentMs: 90_000,
    });
  });

  it('keeps the end of a range that the clock of this machine has not reached', () => {
    const range = { ...wanted, moving: false };
    const extent = { firstMs: endMs - hour, lastMs: endMs };
    expect(coverageAt(range, extent, 15_000, endMs - 30_000).momentMs).toBe(endMs);
  });

  it('does not say of a range in the past that the agent stopped just now', () => {
    const range = { ...wanted, moving: false };
    const extent = { firstMs: endMs - hour, lastMs: endMs - 600_000 };
    const coverage = { momentMs: endMs - 600_000, rangeMs: hour - 600_000 };
    expect(coverageAt(range, extent, 15_000, endMs + 61_000)).toEqual(coverage);
    expect(coverageAt(range, extent, 15_000, endMs + 60_000)).toHaveProperty('silentMs', 600_000);
  });
});
