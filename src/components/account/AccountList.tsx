import { useT } from '../../i18n/useT';
import { AccountNumbers, AccountRow } from './AccountRow';
import type { AccountLine, AccountLines } from './account-lines';

function keyOf({ of }: AccountLine): string {
  return 'class' in of ? of.class : of.mode;
}

/** What the columns hold, with units: once at the head of each list. */
function Heads() {
  const { t } = useT();
  return (
    <div className="host-processes__account-line host-processes__heads">
      <span className="host-processes__account-name" />
      <span>{t('Cores')}</span>
      <span>{t('Average')}</span>
      <span>{t('% of node')}</span>
    </div>
  );
}

/** Every class and mode with its numbers: the host with its sum, beside it all the rest. */
export function AccountList({ lines }: { lines: AccountLines }) {
  const { t } = useT();
  return (
    <div className="host-processes__account">
      <div className="host-processes__account-side">
        <Heads />
        <div
          className="host-processes__account-line host-processes__subtotal"
          data-test="hp-account-subtotal"
        >
          <span className="host-processes__account-name">{t('Host')}</span>
          <AccountNumbers line={lines.hostTotal} />
        </div>
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
      </div>
    </div>
  );
}
