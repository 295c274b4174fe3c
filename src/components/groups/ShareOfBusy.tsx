import { classColour } from '../../chart/class-colour';
import { formatShare } from '../../format/percent';
import { useT } from '../../i18n/useT';
import { NoData } from '../NoData';

interface ShareOfBusyProps {
  readonly cpuClass: string;
  readonly now: number | undefined;
  /** Busy cores of the node now. */
  readonly busy: number | undefined;
}

/** What part of the node's busy time a group has: a number, and a bar beside it. */
export function ShareOfBusy({ cpuClass, now, busy }: ShareOfBusyProps) {
  const { language } = useT();
  if (now === undefined || busy === undefined || busy <= 0) return <NoData id="share" />;
  const share = now / busy;
  return (
    <span className="host-processes__share" data-test="share" data-value={share}>
      <bdi dir="ltr">{formatShare(share, language)}</bdi>
      <span aria-hidden className="host-processes__share-track">
        <span
          className="host-processes__share-bar"
          style={{
            inlineSize: `${Math.min(100, share * 100)}%`,
            backgroundColor: classColour(cpuClass),
          }}
        />
      </span>
    </span>
  );
}
