import { defaultPageState, type PageState } from './page-state';
import { changed, resetZoom, zoomedAbout, zoomedTo } from './zoom';

const start = 1_700_000_000_000;
const page: PageState = { ...defaultPageState, rangeMs: 3_600_000, pinMs: start + 600_000 };
const minutes = (count: number) => count * 60_000;

describe('zooming', () => {
  it('takes the two moments in either order, and goes back to the range before', () => {
    const zoomed = changed(page, zoomedTo(page, start + minutes(20), start + minutes(5)));
    expect(zoomed).toEqual({
      ...page,
      rangeMs: minutes(15),
      endMs: start + minutes(20),
      unzoomed: { rangeMs: minutes(60), endMs: null },
    });
    expect(changed(zoomed, resetZoom(zoomed))).toEqual(page);
  });

  it('goes back from a zoom within a zoom at once', () => {
    const once = changed(page, zoomedTo(page, start, start + minutes(20)));
    const twice = changed(once, zoomedTo(once, start + minutes(5), start + minutes(15)));
    expect(twice.unzoomed).toEqual({ rangeMs: minutes(60), endMs: null });
  });

  it('widens what would be too narrow, about its middle', () => {
    const { rangeMs, endMs } = zoomedTo(page, start, start + 10_000);
    expect(rangeMs).toBe(60_000);
    expect(endMs).toBe(start + 35_000);
  });

  it('forgets a pin that lies outside', () => {
    expect(zoomedTo(page, start, start + minutes(5)).pinMs).toBeNull();
  });

  it('halves and doubles the range about a moment, never beyond where it came from', () => {
    const inside = changed(page, zoomedAbout(page, start + minutes(10), 'in'));
    expect(inside).toMatchObject({ rangeMs: minutes(30), endMs: start + minutes(25) });
    const deeper = changed(inside, zoomedAbout(inside, start + minutes(10), 'in'));
    expect(deeper.rangeMs).toBe(minutes(15));
    const out = changed(deeper, zoomedAbout(deeper, start + minutes(12), 'out'));
    expect(out).toMatchObject({ rangeMs: minutes(30), endMs: start + minutes(27) });
    expect(changed(out, zoomedAbout(out, start, 'out'))).toEqual(page);
    expect(zoomedAbout(page, start, 'out')).toEqual({});
  });
});

describe('a change of the page', () => {
  const zoomed = changed(page, zoomedTo(page, start, start + minutes(20)));

  it('forgets zoom and pin with another range', () => {
    expect(changed(zoomed, { rangeMs: minutes(60), endMs: null })).toEqual({
      ...page,
      pinMs: null,
    });
  });

  it('keeps them with anything else', () => {
    expect(changed(zoomed, { search: 'x', rangeMs: zoomed.rangeMs })).toEqual({
      ...zoomed,
      search: 'x',
    });
  });
});
