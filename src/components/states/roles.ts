/** Names of roles are names: they are not translated. */
export const clusterRole = 'cluster-monitoring-view';

/** Enough in the agent's namespace: who may view that sees all that the agent knows. */
export const namespaceRole = 'view';
