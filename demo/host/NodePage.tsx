import {
  Breadcrumb,
  BreadcrumbItem,
  PageBreadcrumb,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { ApiState } from './ApiState';
import type { NodeObject } from './machine-node';
import { NodeTabs } from './NodeTabs';
import { ResourceIcon } from './ResourceIcon';
import { useApiObject } from './use-api-object';

/** Compute > Nodes > a node: its head, and its tabs. */
export function NodePage() {
  const { name = '', tab = '' } = useParams();
  const node = useApiObject<NodeObject>(`nodes/${encodeURIComponent(name)}`);
  return (
    <ApiState state={node} what={`Node ${name}`}>
      {(object) => (
        <>
          <PageBreadcrumb hasBodyWrapper={false}>
            <Breadcrumb>
              <BreadcrumbItem>
                <Link to="/k8s/cluster/nodes">Nodes</Link>
              </BreadcrumbItem>
              <BreadcrumbItem isActive>Node details</BreadcrumbItem>
            </Breadcrumb>
          </PageBreadcrumb>
          <PageSection hasBodyWrapper={false} className="demo__head">
            <Title headingLevel="h1">
              <ResourceIcon /> {name}
            </Title>
          </PageSection>
          <NodeTabs node={object} tab={tab} />
        </>
      )}
    </ApiState>
  );
}
