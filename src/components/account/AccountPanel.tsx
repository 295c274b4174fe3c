import type { Account } from '../../../prometheus/series/account';
import type { PanelState } from '../../hooks/panel-state';
import { useT } from '../../i18n/useT';
import { Panel } from '../Panel';
import type { StateContext } from '../states/HindranceState';
import { AccountBar } from './AccountBar';
import { AccountHeadline } from './AccountHeadline';
import { AccountList } from './AccountList';
import { accountLines } from './account-lines';

interface AccountPanelProps {
  readonly state: PanelState<Account>;
  /** The moment in words, when it is not the present. */
  readonly moment: string | undefined;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
}

/** How the node's CPU divides at one moment: headline, bar, and every class with its numbers. */
export function AccountPanel({ state, moment, context }: AccountPanelProps) {
  const { t } = useT();
  const name = t('CPU account');
  const title = moment === undefined ? name : t('CPU account at {{time}}', { time: moment });
  return (
    <Panel id="hp-account" title={title} name={name} state={state} context={context} height="382px">
      {(account) => {
        const lines = accountLines(account);
        return (
          <>
            <AccountHeadline lines={lines} />
            <AccountBar lines={lines} />
            <AccountList lines={lines} />
          </>
        );
      }}
    </Panel>
  );
}
