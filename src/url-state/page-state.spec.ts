import fc from 'fast-check';
import { topCounts } from '../../prometheus/promql/queries/top-over-time';
import {
  defaultPageState,
  layerKinds,
  longestRangeMs,
  mostOpenRows,
  pageSizes,
  readPageState,
  refreshIntervals,
  sortColumns,
  units,
  writePageState,
  type PageState,
} from './page-state';

/** Keys as rows and layers have them, and any others; an empty one could not be told from none. */
function keys(maxLength: number): fc.Arbitrary<string[]> {
  return fc.array(fc.string({ minLength: 1 }), { maxLength });
}

const states: fc.Arbitrary<PageState> = fc.record({
  rangeMs: fc.integer({ min: 10_000, max: longestRangeMs }),
  endMs: fc.option(fc.integer({ min: 1, max: 4_000_000_000_000 }), { nil: null }),
  refreshMs: fc.constantFrom(...refreshIntervals),
  unit: fc.option(fc.constantFrom(...units), { nil: null }),
  unzoomed: fc.option(
    fc.record({
      rangeMs: fc.integer({ min: 10_000, max: longestRangeMs }),
      endMs: fc.option(fc.integer({ min: 1, max: 4_000_000_000_000 }), { nil: null }),
    }),
    { nil: null },
  ),
  pinMs: fc.option(fc.integer({ min: 1, max: 4_000_000_000_000 }), { nil: null }),
  by: fc.constantFrom(...layerKinds),
  top: fc.constantFrom(...topCounts),
  hidden: keys(8),
  search: fc.string(),
  classes: keys(8),
  platformOnly: fc.boolean(),
  open: keys(mostOpenRows),
  sort: fc.record({ column: fc.constantFrom(...sortColumns), descending: fc.boolean() }),
  page: fc.integer({ min: 1, max: 1000 }),
  perPage: fc.constantFrom(...pageSizes),
});

const ours = /^(timeRange|endTime|refreshInterval|hp[A-Z]\w*)$/;
const foreign = fc.dictionary(
  fc.string({ minLength: 1 }).filter((name) => !ours.test(name)),
  fc.string(),
);

describe('page state in the URL', () => {
  it('survives the round trip through text, beside parameters of others', () => {
    fc.assert(
      fc.property(states, foreign, (state, others) => {
        const text = writePageState(new URLSearchParams(others), state).toString();
        const params = new URLSearchParams(text);
        expect(readPageState(params)).toEqual(state);
        for (const [name, value] of Object.entries(others)) expect(params.get(name)).toBe(value);
      }),
    );
  });

  it('is absent where it is the default', () => {
    expect(writePageState(new URLSearchParams('tab=x'), defaultPageState).toString()).toBe('tab=x');
  });

  it('has the documented defaults for an empty query', () => {
    expect(readPageState(new URLSearchParams())).toEqual({
      rangeMs: 3_600_000,
      endMs: null,
      refreshMs: 30_000,
      unit: null,
      unzoomed: null,
      pinMs: null,
      by: 'class',
      top: 10,
      hidden: [],
      search: '',
      classes: [],
      platformOnly: false,
      open: [],
      sort: { column: 'now', descending: true },
      page: 1,
      perPage: 20,
    });
  });

  it('reads any text without failing', () => {
    const names = [
      ...['timeRange', 'endTime', 'refreshInterval', 'hpSort', 'hpPage', 'hpPerPage'],
      ...['hpBy', 'hpTop', 'hpHide', 'hpClass', 'hpOpen', 'hpUnit', 'hpPlatform'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, text) => {
        const state = readPageState(new URLSearchParams({ [name]: text }));
        const again = readPageState(writePageState(new URLSearchParams(), state));
        expect(again).toEqual(state);
      }),
    );
  });

  it.each([
    'timeRange=-5',
    'timeRange=1e6',
    'timeRange=9999999999999',
    'timeRange=9999',
    'endTime=tomorrow',
    'endTime=0',
    'refreshInterval=7',
    'refreshInterval=',
    'hpUnit=millicores',
    'hpPlatform=0',
    'hpPlatform=',
    'hpSort=-colour',
    'hpSort=',
    'hpPage=0',
    'hpPage=1.5',
    'hpPerPage=7',
    'hpBy=colour',
    'hpTop=7',
    'hpHide=%25',
    'hpOpen=%25E0%25A4%25A',
  ])('drops %s and removes it on the next write', (query) => {
    const params = new URLSearchParams(query);
    expect(readPageState(params)).toEqual(defaultPageState);
    expect(writePageState(params, readPageState(params)).toString()).toBe('');
  });
});
