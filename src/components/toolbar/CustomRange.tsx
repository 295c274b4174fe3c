import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { useState } from 'react';
import { fromLocalInput, rangeProblem, toLocalInput } from '../../format/local-input';
import { useT, type Translate } from '../../i18n/useT';

interface CustomRangeProps {
  /** What the page shows, to begin with; milliseconds since the epoch. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly onChoose: (fromMs: number, toMs: number) => void;
  readonly onClose: () => void;
}

function problemText(t: Translate, problem: ReturnType<typeof rangeProblem>): string | undefined {
  switch (problem) {
    case 'incomplete':
      return t('Both a start and an end are needed.');
    case 'reversed':
      return t('The end must be after the start.');
    case 'length':
      return t('The range must be between 5 minutes and 2 weeks.');
    case undefined:
      return undefined;
  }
}

/** Asks for a start and an end, in the browser's zone, and says while typing what is wrong with them. */
export function CustomRange({ fromMs, toMs, onChoose, onClose }: CustomRangeProps) {
  const { t } = useT();
  const [from, setFrom] = useState(() => toLocalInput(fromMs));
  const [to, setTo] = useState(() => toLocalInput(toMs));
  const [start, end] = [fromLocalInput(from), fromLocalInput(to)];
  const problem = problemText(t, rangeProblem(start, end));
  const fields = [
    { id: 'host-processes-from', label: t('Start'), value: from, set: setFrom },
    { id: 'host-processes-to', label: t('End'), value: to, set: setTo },
  ];
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="host-processes-custom-range">
      <ModalHeader title={t('Custom range')} labelId="host-processes-custom-range" />
      <ModalBody>
        <Form>
          {fields.map(({ id, label, value, set }) => (
            <FormGroup key={id} label={label} fieldId={id}>
              <TextInput
                id={id}
                type="datetime-local"
                value={value}
                onChange={(_, typed) => set(typed)}
                validated={problem === undefined ? 'default' : 'error'}
                data-test={id}
              />
            </FormGroup>
          ))}
          <FormHelperText>
            <HelperText isLiveRegion>
              {problem !== undefined && <HelperTextItem variant="error">{problem}</HelperTextItem>}
            </HelperText>
          </FormHelperText>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          isDisabled={problem !== undefined}
          onClick={() => {
            if (start !== undefined && end !== undefined) onChoose(start, end);
          }}
        >
          {t('Show this range')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
