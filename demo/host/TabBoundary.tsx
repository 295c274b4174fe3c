import { CodeBlock, CodeBlockCode, EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error?: Error;
}

/** As in the console, a tab that throws takes down itself and nothing else. */
export class TabBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState titleText="Oh no! Something went wrong." headingLevel="h2" status="danger">
        <EmptyStateBody>
          <CodeBlock>
            <CodeBlockCode>{error.stack ?? error.message}</CodeBlockCode>
          </CodeBlock>
        </EmptyStateBody>
      </EmptyState>
    );
  }
}
