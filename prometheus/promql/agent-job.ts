import { is } from './matcher';

/** The job of our agents' targets: a label of their Service, which the chart's ServiceMonitor names. */
export const agentJob = 'host-processes';

/**
 * Of the series that bear this name, those of our agents. process-exporter's families need it: where one
 * still runs beside the agent, it tells the same groups of the same nodes, and sums would count them twice.
 */
export const ofAgents = { job: is(agentJob) } as const;
