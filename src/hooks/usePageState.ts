import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { readPageState, writePageState, type PageState } from '../url-state/page-state';
import { changed } from '../url-state/zoom';

/** Changes the state in the URL. Choices are pushed, so that Back undoes them; typing replaces. */
export type ChangePage = (change: Partial<PageState>, how?: 'push' | 'replace') => void;

/** The page's state, which lives in the URL and nowhere else: it survives a remount and can be sent. */
export function usePageState(): [PageState, ChangePage] {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const state = useMemo(() => readPageState(new URLSearchParams(search)), [search]);
  const change = useCallback<ChangePage>(
    (part, how = 'push') => {
      const params = new URLSearchParams(search);
      const next = writePageState(params, changed(readPageState(params), part));
      void navigate({ search: next.toString(), hash }, { replace: how === 'replace' });
    },
    [search, hash, navigate],
  );
  return [state, change];
}
