import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  type EmptyStateProps,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';

interface StateProps extends Pick<EmptyStateProps, 'icon' | 'status'> {
  readonly title: string;
  /** Only the title: for panels whose trouble another panel already explains. */
  readonly brief: boolean;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** The frame of every state that is not data: icon, title, what it means, what to do. */
export function State({ title, brief, children, actions, icon, status }: StateProps) {
  return (
    <EmptyState
      titleText={title}
      headingLevel="h3"
      variant={brief ? 'xs' : 'sm'}
      {...(!brief && icon && { icon })}
      {...(!brief && status && { status })}
    >
      {!brief && children !== undefined && <EmptyStateBody>{children}</EmptyStateBody>}
      {!brief && actions !== undefined && (
        <EmptyStateFooter>
          <EmptyStateActions>{actions}</EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
