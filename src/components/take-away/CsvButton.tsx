import { Button } from '@patternfly/react-core';
import { csvText, type CsvCell } from '../../../prometheus/series/csv-text';
import { useT } from '../../i18n/useT';

interface CsvButtonProps {
  readonly id: string;
  /** Without its ending. */
  readonly fileName: string;
  /** Made when somebody wants them: heads first. */
  readonly lines: () => readonly (readonly CsvCell[])[];
}

/** Saves what is shown as a CSV file, in full precision. Nothing is sent anywhere. */
export function CsvButton({ id, fileName, lines }: CsvButtonProps) {
  const { t } = useT();
  const save = () => {
    const blob = new Blob([csvText(lines())], { type: 'text/csv;charset=utf-8' });
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button variant="link" isInline onClick={save} data-test={`${id}-csv`}>
      {t('Export CSV')}
    </Button>
  );
}
