import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** One fact of a list. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

/** Facts about what a row stands for; `id` becomes `data-test`. */
export function Facts({ id, children }: { id: string; children: ReactNode }) {
  return (
    <DescriptionList isCompact data-test={id} columnModifier={{ default: '2Col' }}>
      {children}
    </DescriptionList>
  );
}
