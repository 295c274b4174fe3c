import { formatPercent } from '../../format/percent';
import { useT } from '../../i18n/useT';
import { ClassName } from '../ClassName';
import { Cores } from '../Cores';
import { Swatch } from '../Swatch';
import type { AccountLine } from './account-lines';
import { ModeName } from './ModeName';

/** The three numbers of a line: cores now, on average, and percent of the node. */
export function AccountNumbers({ line }: { line: Omit<AccountLine, 'of'> }) {
  const { language } = useT();
  const { now, average, percent, exact } = line;
  return (
    <>
      <Cores id="now" value={now} />
      <span className="host-processes__subtle">
        <Cores id="average" value={average} />
      </span>
      <span className="host-processes__subtle">
        {percent !== undefined && exact !== undefined && (
          <bdi dir="ltr">{formatPercent(percent, exact, language)}</bdi>
        )}
      </span>
    </>
  );
}

/** One line of the account, read by tests and people alike. */
export function AccountRow({ line }: { line: AccountLine }) {
  const { of } = line;
  const identity = 'class' in of ? { 'data-class': of.class } : { 'data-mode': of.mode };
  return (
    <li className="host-processes__account-line" data-test="hp-account-row" {...identity}>
      <span className="host-processes__account-name">
        <Swatch of={'class' in of ? of : 'unused'} />
        {'class' in of ? <ClassName name={of.class} /> : <ModeName mode={of.mode} />}
      </span>
      <AccountNumbers line={line} />
    </li>
  );
}
