import type { NodeKind } from '@openshift-console/dynamic-plugin-sdk';
import { screen, waitFor, within, type BoundFunctions, type queries } from '@testing-library/react';
import NodeHostProcessesTab from '../pages/node-host-processes-tab/NodeHostProcessesTab';
import { renderInConsole } from './fake-console';

export const node: NodeKind = { metadata: { name: 'n1' }, spec: {} };
export const panels = ['hp-account', 'hp-reservation', 'hp-chart', 'hp-groups'];

afterEach(() => {
  localStorage.clear();
  delete (globalThis as { SERVER_FLAGS?: unknown }).SERVER_FLAGS;
});

/** The tab of a node, at an address with this query. */
export function renderTab(query = '', obj = node) {
  return renderInConsole(<NodeHostProcessesTab obj={obj} />, `/k8s/cluster/nodes/n1/x${query}`);
}

/** Waits until every panel is in this state. */
export async function expectPanels(state: string): Promise<void> {
  await waitFor(() => {
    for (const id of panels) expect(screen.getByTestId(id)).toHaveAttribute('data-state', state);
  });
}

/** What is in the panel of the account. */
export function account(): BoundFunctions<typeof queries> {
  return within(screen.getByTestId('hp-account'));
}
