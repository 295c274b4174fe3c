import { Button } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';
import { State } from '../states/State';

/** There are groups, but none that the search finds. */
export function NoMatch({ clear }: { clear: () => void }) {
  const { t } = useT();
  return (
    <State
      title={t('No results found')}
      brief={false}
      icon={SearchIcon}
      actions={
        <Button variant="link" onClick={clear} data-test="hp-no-match-clear">
          {t('Clear all filters')}
        </Button>
      }
    >
      {t('No process group or pod matches the filters.')}
    </State>
  );
}
