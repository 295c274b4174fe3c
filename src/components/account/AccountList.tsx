import type { ReactNode } from 'react';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { Explained } from '../Explained';
import { AccountNumbers, AccountRow } from './AccountRow';
import type { AccountLine, AccountLines, AccountTotal } from './account-lines';

function keyOf({ of }: AccountLine): string {
  return 'class' in of ? of.class : of.mode;
}

/** What the columns hold, with units: once at the head of each list. */
function Heads() {
  const { t } = useT();
  const { unit } = useMeasure();
  return (
    <div
      className="host-processes__account-line host-processes__heads"
      data-test="hp-account-heads"
    >
      <span className="host-processes__account-name" />
      {unit === 'cores' && <span>{t('Cores')}</span>}
      {unit === 'percent' && <span>{t('% of node')}</span>}
      <span>{t('Average')}</span>
      {unit === 'cores' && <span>{t('% of node')}</span>}
    </div>
  );
}

/** A sum of lines, told apart from them. */
function Subtotal({ id, name, total }: { id: string; name: ReactNode; total: AccountTotal }) {
  return (
    <div className="host-processes__account-line host-processes__subtotal" data-test={id}>
      <span className="host-processes__account-name">{name}</span>
      <AccountNumbers line={total} />
    </div>
  );
}

/** Every class and mode with its numbers: the host with its sum, beside it all the rest. */
export function AccountList({ lines }: { lines: AccountLines }) {
  const { t } = useT();
  const { unit } = useMeasure();
  return (
    <div
      className={`host-processes__account${unit === 'percent' ? ' host-processes__account-in-percent' : ''}`}
    >
      <div className="host-processes__account-side">
        <Heads />
        <Subtotal id="hp-account-subtotal" name={t('Host')} total={lines.hostTotal} />
        <ul role="list" aria-label={t('Host')} className="host-processes__list">
          {lines.host.map((line) => (
            <AccountRow key={keyOf(line)} line={line} />
          ))}
        </ul>
      </div>
      <div className="host-processes__account-side">
        <Heads />
        <ul role="list" aria-label={t('Pods and time not used')} className="host-processes__list">
          {lines.rest.map((line) => (
            <AccountRow key={keyOf(line)} line={line} />
          ))}
        </ul>
        {lines.platformTotal && (
          <Subtotal
            id="hp-account-platform"
            name={
              <Explained term={t('Platform')}>{t('The host and infrastructure pods.')}</Explained>
            }
            total={lines.platformTotal}
          />
        )}
      </div>
    </div>
  );
}
