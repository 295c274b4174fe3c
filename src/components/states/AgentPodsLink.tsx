import { Button } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface AgentPodsLinkProps {
  readonly namespace: string;
  /** Within other text, without the room of a button around it. */
  readonly isInline?: boolean;
  readonly children: ReactNode;
}

/** A link to the agent's pods, under whatever words. */
export function AgentPodsLink({ namespace, isInline = false, children }: AgentPodsLinkProps) {
  const to = `/k8s/ns/${namespace}/pods`;
  return (
    <Button variant="link" isInline={isInline} component={(props) => <Link {...props} to={to} />}>
      {children}
    </Button>
  );
}
