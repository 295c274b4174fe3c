import { Button } from '@patternfly/react-core';
import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';

interface OpenRowButtonProps {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Opens and closes a row. PatternFly's own has an English name that cannot be translated. */
export function OpenRowButton({ name, isOpen, onToggle }: OpenRowButtonProps) {
  const { t } = useT();
  return (
    <Button
      variant="plain"
      size="sm"
      aria-expanded={isOpen}
      aria-label={t('Details of {{name}}', { name })}
      onClick={onToggle}
      icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon className="host-processes__closed" />}
    />
  );
}
