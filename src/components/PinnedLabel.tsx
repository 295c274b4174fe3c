import { Label } from '@patternfly/react-core';
import { formatMoment } from '../format/time';
import type { ChangePage } from '../hooks/usePageState';
import { useT } from '../i18n/useT';
import type { PageState } from '../url-state/page-state';

interface PinnedLabelProps {
  readonly id: string;
  readonly page: PageState;
  readonly change: ChangePage;
}

/** Says which moment is pinned, and unpins it; nothing while none is. */
export function PinnedLabel({ id, page, change }: PinnedLabelProps) {
  const { t, language } = useT();
  const { pinMs } = page;
  if (pinMs === null) return null;
  // With its date: a pin may be kept for long.
  const time = formatMoment(pinMs, { spanMs: Infinity }, language);
  return (
    <Label
      variant="outline"
      data-test={id}
      onClose={() => change({ pinMs: null })}
      closeBtnAriaLabel={t('Unpin')}
    >
      {t('Pinned: {{time}}', { time })}
    </Label>
  );
}
