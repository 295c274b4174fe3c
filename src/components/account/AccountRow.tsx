import { formatPercent } from '../../format/percent';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { ClassName } from '../ClassName';
import { Swatch } from '../Swatch';
import type { AccountLine } from './account-lines';
import { Figure } from './Figure';
import { ModeName } from './ModeName';

/** The numbers of a line: now and on average, and percent of the node where these are cores. */
export function AccountNumbers({ line }: { line: Omit<AccountLine, 'of'> }) {
  const { language } = useT();
  const { unit } = useMeasure();
  const { now, average, nowPart, averagePart } = line;
  return (
    <>
      <Figure id="now" cores={now} part={nowPart} />
      <span className="host-processes__subtle">
        <Figure id="average" cores={average} part={averagePart} />
      </span>
      {unit === 'cores' && (
        <span className="host-processes__subtle">
          {nowPart && (
            <bdi dir="ltr">{formatPercent(nowPart.percent, nowPart.exact, language)}</bdi>
          )}
        </span>
      )}
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
