import type { Account } from '../../../prometheus/series/account';
import { memo, type ReactNode } from 'react';
import type { PanelState } from '../../hooks/panel-state';
import type { NotSplit } from '../../hooks/useOverview';
import { useT } from '../../i18n/useT';
import { Panel } from '../Panel';
import type { StateContext } from '../states/HindranceState';
import { AccountBar } from './AccountBar';
import { AccountHeadline } from './AccountHeadline';
import { AccountList } from './AccountList';
import { PodsNotSplit } from './PodsNotSplit';
import { accountLines } from './account-lines';
import { Unattributed } from './Unattributed';
import './account.css';

interface AccountPanelProps {
  readonly state: PanelState<Account>;
  /** The moment in words, when it is not the present. */
  readonly moment: string | undefined;
  /** Why pods are not told apart; undefined while they are. */
  readonly notSplit: NotSplit | undefined;
  readonly reservedCpus: number | undefined;
  readonly actions: ReactNode;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
}

/** How the node's CPU divides at one moment: headline, bar, and every class with its numbers. */
export const AccountPanel = memo(function AccountPanel(props: AccountPanelProps) {
  const { state, moment, notSplit, reservedCpus, actions, context } = props;
  const { t } = useT();
  const name = t('CPU account');
  const title = moment === undefined ? name : t('CPU account at {{time}}', { time: moment });
  return (
    <Panel
      id="hp-account"
      title={title}
      name={name}
      state={state}
      context={context}
      height="382px"
      actions={actions}
    >
      {(account) => {
        const lines = accountLines(account);
        return (
          <>
            <AccountHeadline lines={lines} />
            <AccountBar lines={lines} reservedCpus={reservedCpus} />
            <AccountList lines={lines} />
            {notSplit && <PodsNotSplit why={notSplit} />}
            <Unattributed account={account} />
          </>
        );
      }}
    </Panel>
  );
});
