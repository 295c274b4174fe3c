import { Navigate } from 'react-router';
import { ApiState } from './ApiState';
import type { NodeList } from './machine-node';
import { useApiObject } from './use-api-object';

/** The address without a path: there is one machine to look at, so look at it. */
export function FirstNode() {
  const nodes = useApiObject<NodeList>('nodes');
  return (
    <ApiState state={nodes} what="The list of nodes">
      {({ items }) => (
        <Navigate
          to={`/k8s/cluster/nodes/${encodeURIComponent(items[0]?.metadata.name ?? '')}/host-processes`}
          replace
        />
      )}
    </ApiState>
  );
}
