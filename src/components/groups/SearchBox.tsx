import { SearchInput } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/useT';

const pauseMs = 200;

/** A search box that waits for a pause in typing before it says what to search for. */
export function SearchBox({
  search,
  onSearch,
}: {
  search: string;
  onSearch: (text: string) => void;
}) {
  const { t } = useT();
  const [text, setText] = useState(search);
  const [seen, setSeen] = useState(search);
  // Said, and not yet come back: the router takes its time, and typing goes on meanwhile.
  const [said, setSaid] = useState<readonly string[]>([]);
  if (search !== seen) {
    setSeen(search);
    const ours = said.indexOf(search);
    setSaid(ours === -1 ? [] : said.slice(ours + 1));
    // Changed from outside (Back, "Clear all filters"): what is being typed gives way.
    if (ours === -1) setText(search);
  }
  const latest = said.at(-1) ?? search;
  useEffect(() => {
    if (text === latest) return;
    const timer = setTimeout(() => {
      setSaid((before) => [...before, text]);
      onSearch(text);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, latest, onSearch]);
  return (
    <SearchInput
      aria-label={t('Find by name, unit or namespace')}
      placeholder={t('Find by name, unit or namespace')}
      value={text}
      onChange={(_, typed) => setText(typed)}
      onClear={() => setText('')}
      resetButtonLabel={t('Clear search')}
      className="host-processes__search"
      data-test="hp-groups-search"
    />
  );
}
