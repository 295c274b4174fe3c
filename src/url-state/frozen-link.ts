import { readPageState, writePageState, type PageState } from './page-state';

/** What the address of a page leaves to the clock or to who reads it. */
export type Frozen = Pick<PageState, 'rangeMs' | 'unit'> & { readonly endMs: number };

/** The address of a page with its range and unit fixed to these, so that it shows the same to everybody. */
export function frozenLink(href: string, frozen: Frozen): string {
  const url = new URL(href);
  const state = { ...readPageState(url.searchParams), ...frozen };
  url.search = writePageState(url.searchParams, state).toString();
  return url.href;
}
