import { Button, Label, LabelGroup, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import { isFiltered, noFilter, type Filter } from './group-view';

interface ChipProps {
  readonly text: string;
  readonly onRemove: () => void;
}

function Chip({ text, onRemove }: ChipProps) {
  const { t } = useT();
  return (
    <Label
      variant="outline"
      onClose={onRemove}
      closeBtnAriaLabel={t('Remove the filter {{name}}', { name: text })}
    >
      <bdi>{text}</bdi>
    </Label>
  );
}

interface FilterChipsProps {
  readonly filter: Filter;
  readonly onFilter: (change: Partial<Filter>) => void;
}

/**
 * What the table is narrowed down to, each to be taken away, and all at once; nothing while it is not.
 * PatternFly's `ToolbarFilter` looks the same, with buttons whose English names cannot be translated.
 */
export function FilterChips({ filter, onFilter }: FilterChipsProps) {
  const { t } = useT();
  const { search, classes, platformOnly } = filter;
  if (!isFiltered(filter)) return null;
  const text = search.trim();
  const groups = [
    {
      category: t('Search'),
      chips: text === '' ? [] : [{ text, onRemove: () => onFilter({ search: '' }) }],
    },
    {
      category: t('Class'),
      chips: classes.map((name) => ({
        text: className(t, name),
        onRemove: () => onFilter({ classes: classes.filter((one) => one !== name) }),
      })),
    },
    {
      category: t('Belongs to'),
      chips: platformOnly
        ? [{ text: t('Platform'), onRemove: () => onFilter({ platformOnly: false }) }]
        : [],
    },
  ];
  return (
    <ToolbarContent data-test="hp-filter-chips">
      {groups.map(
        ({ category, chips }) =>
          chips.length > 0 && (
            <ToolbarItem key={category} variant="label-group">
              {/* All of them: what stands in for the others could not be translated. */}
              <LabelGroup categoryName={category} numLabels={chips.length}>
                {chips.map((chip) => (
                  <Chip key={chip.text} {...chip} />
                ))}
              </LabelGroup>
            </ToolbarItem>
          ),
      )}
      <ToolbarItem alignSelf="center">
        <Button
          variant="link"
          isInline
          onClick={() => onFilter(noFilter)}
          data-test="hp-clear-filters"
        >
          {t('Clear all filters')}
        </Button>
      </ToolbarItem>
    </ToolbarContent>
  );
}
