import {
  Button,
  Checkbox,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { useState } from 'react';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { allColumns, columnHead, type ColumnId } from './group-columns';

interface ColumnsChoiceProps {
  readonly columns: readonly ColumnId[];
  readonly onChoose: (columns: readonly ColumnId[]) => void;
}

/** Which columns the table has beside the name; for narrow screens and for what one wants to compare. */
export function ColumnsChoice({ columns, onChoose }: ColumnsChoiceProps) {
  const { t } = useT();
  const { unit } = useMeasure();
  const [chosen, setChosen] = useState<readonly ColumnId[]>();
  const close = () => setChosen(undefined);
  return (
    <>
      <Button
        variant="link"
        isInline
        onClick={() => setChosen(columns)}
        data-test="hp-groups-columns"
      >
        {t('Columns')}
      </Button>
      {chosen && (
        <Modal isOpen variant="small" onClose={close} aria-labelledby="host-processes-columns">
          <ModalHeader title={t('Columns of the table')} labelId="host-processes-columns" />
          <ModalBody>
            <Stack hasGutter>
              {allColumns.map((column) => (
                <StackItem key={column}>
                  <Checkbox
                    id={`host-processes-column-${column}`}
                    label={columnHead(t, column, unit)}
                    isChecked={chosen.includes(column)}
                    onChange={(_, checked) =>
                      setChosen(
                        checked ? [...chosen, column] : chosen.filter((one) => one !== column),
                      )
                    }
                  />
                </StackItem>
              ))}
            </Stack>
          </ModalBody>
          <ModalFooter>
            <Button
              onClick={() => {
                onChoose(chosen);
                close();
              }}
            >
              {t('Save')}
            </Button>
            <Button variant="secondary" onClick={() => setChosen(allColumns)}>
              {t('Restore default columns')}
            </Button>
            <Button variant="link" onClick={close}>
              {t('Cancel')}
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </>
  );
}
