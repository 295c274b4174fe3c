import { Button } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Question } from '../../../prometheus/promql/queries/question';
import type { Asked } from '../../hooks/inquiries';
import { useT } from '../../i18n/useT';
import { inspectPath } from './inspect-path';

interface InspectLinkProps {
  readonly id: string;
  /** The question with pods, and without. */
  readonly question: (pods: boolean) => Question;
  readonly asked: Asked;
}

/** Opens the console's Metrics page with the very query that a panel asks. */
export function InspectLink({ id, question, asked }: InspectLinkProps) {
  const { t } = useT();
  const to = inspectPath(question(asked.access.kind === 'cluster'), asked);
  return (
    <Button
      variant="link"
      isInline
      data-test={`${id}-inspect`}
      component={(props) => <Link {...props} to={to} />}
    >
      {t('Inspect in Metrics')}
    </Button>
  );
}
