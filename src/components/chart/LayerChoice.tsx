import { topCounts } from '../../../prometheus/promql/queries/top-over-time';
import type { ChangePage } from '../../hooks/usePageState';
import { useT, type Translate } from '../../i18n/useT';
import { layerKinds, type LayerKind, type PageState } from '../../url-state/page-state';
import { Choice } from '../toolbar/Choice';

function kindText(t: Translate, kind: LayerKind): string {
  switch (kind) {
    case 'class':
      return t('By class');
    case 'unit':
      return t('By unit');
    case 'group':
      return t('By group');
  }
}

interface LayerChoiceProps extends Pick<PageState, 'by' | 'top'> {
  readonly change: ChangePage;
}

/** What the layers of the chart are, and how many of the largest are told apart. */
export function LayerChoice({ by, top, change }: LayerChoiceProps) {
  const { t } = useT();
  const topText = (count: number) => t('Top {{number}}', { number: count });
  return (
    <>
      <Choice
        id="hp-chart-by"
        label={t('Layers')}
        chosen={kindText(t, by)}
        value={by}
        options={() => layerKinds.map((kind) => ({ value: kind, text: kindText(t, kind) }))}
        // What was hidden is another thing's key.
        onChoose={(kind) => change({ by: kind, hidden: [] })}
      />
      {by !== 'class' && (
        <Choice
          id="hp-chart-top"
          label={t('How many')}
          chosen={topText(top)}
          value={top}
          options={() => topCounts.map((count) => ({ value: count, text: topText(count) }))}
          onChoose={(count) => change({ top: count, hidden: [] })}
        />
      )}
    </>
  );
}
