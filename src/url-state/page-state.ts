import { topCounts, type TopCount } from '../../prometheus/promql/queries/top-over-time';

/** Columns of the groups table that can be sorted by, as the URL names them. */
export const sortColumns = [
  'name',
  'class',
  'now',
  'average',
  'min',
  'max',
  'p95',
  'share',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Refresh intervals on offer, in milliseconds; 0 is off. */
export const refreshIntervals = [0, 15_000, 30_000, 60_000, 300_000] as const;

/** Rows a page of the groups table can have. */
export const pageSizes = [20, 50, 100] as const;

/** What the layers of the chart can be. */
export const layerKinds = ['class', 'unit', 'group'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** In what the page writes CPU use. */
export const units = ['cores', 'percent'] as const;
export type Unit = (typeof units)[number];

/** At most this many rows are open at once: each asks a question of its own. */
export const mostOpenRows = 5;

/** A range: its length, and its end, or null when it moves with the clock. */
export interface Range {
  readonly rangeMs: number;
  readonly endMs: number | null;
}

/** What a person would want to keep or share of the page. Times in milliseconds. */
export interface PageState {
  readonly rangeMs: number;
  /** End of a fixed range; null for a range that moves with the clock. */
  readonly endMs: number | null;
  readonly refreshMs: number;
  /** null for what the person chose last. */
  readonly unit: Unit | null;
  /** The range before zooming in; null while not zoomed. */
  readonly unzoomed: Range | null;
  /** A moment that account and table show; null for the end of the range. */
  readonly pinMs: number | null;
  readonly by: LayerKind;
  readonly top: TopCount;
  /** Keys of layers that the chart leaves out. */
  readonly hidden: readonly string[];
  readonly search: string;
  /** Only rows of these classes; all for none. */
  readonly classes: readonly string[];
  /** Only rows of the host and of infrastructure pods. */
  readonly platformOnly: boolean;
  /** Keys of rows that are open, in the order of opening. */
  readonly open: readonly string[];
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

const minute = 60_000;
export const longestRangeMs = 14 * 24 * 60 * minute;
/** Shorter ones come from pinned scrapes; people are offered none below five minutes. */
const shortestRangeMs = 10_000;

export const defaultPageState: PageState = {
  rangeMs: 60 * minute,
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
};

function integer(text: string, least: number, most: number): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
}

function oneOf<Value extends string | number>(
  text: string,
  allowed: readonly Value[],
): Value | undefined {
  return allowed.find((value) => String(value) === text);
}

/** Keys hold any character, so each is escaped once more, and a comma can part them. */
function writeList(items: readonly string[]): string {
  return items.map(encodeURIComponent).join(',');
}

function readList(text: string): string[] | undefined {
  try {
    return text === '' ? [] : text.split(',').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function sort(text: string): Sort | undefined {
  const descending = text.startsWith('-');
  const column = sortColumns.find((name) => name === text.slice(descending ? 1 : 0));
  return column && { column, descending };
}

const latestMs = 8.64e15;

function range(text: string): Range | undefined {
  const [length = '', end] = text.split(',');
  const rangeMs = integer(length, shortestRangeMs, longestRangeMs);
  const endMs = end === undefined ? null : integer(end, 1, latestMs);
  return rangeMs === undefined || endMs === undefined ? undefined : { rangeMs, endMs };
}

function writeRange(value: Range | null): string {
  if (value === null) return '';
  return value.endMs === null ? String(value.rangeMs) : `${value.rangeMs},${value.endMs}`;
}

/** How one piece of the state is written in the URL; `read` gives undefined for what makes no sense. */
interface Param<Value> {
  readonly name: string;
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: Value) => string;
}

type Codec = { readonly [Key in keyof PageState]: Param<PageState[Key]> };

// timeRange, endTime and refreshInterval are called as in the console's monitoring pages.
const codec: Codec = {
  rangeMs: {
    name: 'timeRange',
    read: (text) => integer(text, shortestRangeMs, longestRangeMs),
    write: String,
  },
  endMs: { name: 'endTime', read: (text) => integer(text, 1, latestMs), write: String },
  refreshMs: {
    name: 'refreshInterval',
    read: (text) => oneOf(text, refreshIntervals),
    write: String,
  },
  unit: { name: 'hpUnit', read: (text) => oneOf(text, units), write: String },
  unzoomed: { name: 'hpZoom', read: range, write: writeRange },
  pinMs: { name: 'hpPin', read: (text) => integer(text, 1, latestMs), write: String },
  by: { name: 'hpBy', read: (text) => oneOf(text, layerKinds), write: String },
  top: { name: 'hpTop', read: (text) => oneOf(text, topCounts), write: String },
  hidden: { name: 'hpHide', read: readList, write: writeList },
  classes: { name: 'hpClass', read: readList, write: writeList },
  platformOnly: {
    name: 'hpPlatform',
    read: (text) => (text === '1' ? true : undefined),
    write: (only) => (only ? '1' : ''),
  },
  open: {
    name: 'hpOpen',
    read: (text) => readList(text)?.slice(-mostOpenRows),
    write: writeList,
  },
  search: { name: 'hpSearch', read: (text) => text, write: (text) => text },
  sort: {
    name: 'hpSort',
    read: sort,
    write: ({ column, descending }) => (descending ? `-${column}` : column),
  },
  page: { name: 'hpPage', read: (text) => integer(text, 1, 1e6), write: String },
  perPage: { name: 'hpPerPage', read: (text) => oneOf(text, pageSizes), write: String },
};

function readParam<Key extends keyof PageState>(params: URLSearchParams, key: Key): PageState[Key] {
  const text = params.get(codec[key].name);
  return (text === null ? undefined : codec[key].read(text)) ?? defaultPageState[key];
}

/** The page's state from a query string; what is absent, broken or unknown has its default. */
export function readPageState(params: URLSearchParams): PageState {
  return {
    rangeMs: readParam(params, 'rangeMs'),
    endMs: readParam(params, 'endMs'),
    refreshMs: readParam(params, 'refreshMs'),
    unit: readParam(params, 'unit'),
    unzoomed: readParam(params, 'unzoomed'),
    pinMs: readParam(params, 'pinMs'),
    by: readParam(params, 'by'),
    top: readParam(params, 'top'),
    hidden: readParam(params, 'hidden'),
    search: readParam(params, 'search'),
    classes: readParam(params, 'classes'),
    platformOnly: readParam(params, 'platformOnly'),
    open: readParam(params, 'open'),
    sort: readParam(params, 'sort'),
    page: readParam(params, 'page'),
    perPage: readParam(params, 'perPage'),
  };
}

function writeParam<Key extends keyof PageState>(
  params: URLSearchParams,
  key: Key,
  value: PageState[Key],
): void {
  const { name, write } = codec[key];
  const text = value === null ? null : write(value);
  const fallback = defaultPageState[key];
  if (text === null || (fallback !== null && text === write(fallback))) params.delete(name);
  else params.set(name, text);
}

/**
 * The query string with this state in it: defaults and broken values are left out, parameters of
 * others stay as they are.
 */
export function writePageState(params: URLSearchParams, state: PageState): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const key of Object.keys(codec) as (keyof PageState)[]) writeParam(written, key, state[key]);
  return written;
}
