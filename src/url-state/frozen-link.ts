import { readPageState, writePageState } from './page-state';

/** The address of a page with its range fixed to these moments, so that it shows the same to everybody. */
export function frozenLink(
  href: string,
  { endMs, rangeMs }: { readonly endMs: number; readonly rangeMs: number },
): string {
  const url = new URL(href);
  const state = { ...readPageState(url.searchParams), endMs, rangeMs };
  url.search = writePageState(url.searchParams, state).toString();
  return url.href;
}
