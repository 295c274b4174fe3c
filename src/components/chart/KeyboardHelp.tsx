import { Button, List, ListItem } from '@patternfly/react-core';
import { useT } from '../../i18n/useT';
import { PopoverOnDemand } from '../PopoverOnDemand';

/** What pointer and keys do in the chart. */
export function KeyboardHelp() {
  const { t } = useT();
  const lines = [
    t('Drag across the chart to zoom in, click to pin a moment.'),
    t('Left and right arrow: one moment back or on'),
    t('Page Up and Page Down: ten moments on or back'),
    t('Home and End: the first and the last moment'),
    t('Enter: pin the moment, so that account and table show it'),
    t('Escape: remove the pin'),
    t('Plus and minus: zoom in and out around the moment'),
    t('Alt and click in the legend: only this layer'),
  ];
  return (
    <PopoverOnDemand
      headerContent={t('Keyboard and pointer')}
      aria-label={t('Keyboard and pointer')}
      closeBtnAriaLabel={t('Close')}
      bodyContent={
        <List isPlain>
          {lines.map((line) => (
            <ListItem key={line}>{line}</ListItem>
          ))}
        </List>
      }
      button={(props) => (
        <Button variant="link" isInline data-test="hp-chart-keyboard" {...props}>
          {t('Keyboard and pointer')}
        </Button>
      )}
    />
  );
}
