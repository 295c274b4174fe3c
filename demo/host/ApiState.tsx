import { Bullseye, EmptyState, EmptyStateBody, Spinner } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { ApiObject } from './use-api-object';

interface Props<T> {
  readonly state: ApiObject<T>;
  /** Begins the sentence that says what is missing. */
  readonly what: string;
  readonly children: (object: T) => ReactNode;
}

/** Shows an object of the API server, or which of the other states it is in. */
export function ApiState<T>({ state, what, children }: Props<T>) {
  switch (state.kind) {
    case 'loading':
      return (
        <Bullseye>
          <Spinner aria-label="Loading" />
        </Bullseye>
      );
    case 'ready':
      return <>{children(state.object)}</>;
    case 'gone':
      return <EmptyState titleText="404: Not Found" headingLevel="h1" />;
    case 'broken':
      return (
        <EmptyState titleText={`${what} could not be loaded`} headingLevel="h1" status="danger">
          <EmptyStateBody>{state.message}</EmptyStateBody>
        </EmptyState>
      );
  }
}
