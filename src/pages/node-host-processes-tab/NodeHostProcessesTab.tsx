import type { NodeKind, PageComponentProps } from '@openshift-console/dynamic-plugin-sdk';
import { useState } from 'react';
import { Page } from '../../components/Page';
import { MonitoringAbsent } from '../../components/states/MonitoringAbsent';
import { NodeGone } from '../../components/states/NodeGone';
import { WindowsNode } from '../../components/states/WindowsNode';
import { prometheusBase } from '../../hooks/server-flags';
import { NodeCpuPanels } from './NodeCpuPanels';

/** The tab on a Node's page. The node comes anew with every status update: only its name matters. */
export default function NodeHostProcessesTab({ obj }: PageComponentProps<NodeKind>) {
  const named = obj?.metadata?.name;
  const [known, setKnown] = useState(named);
  if (named !== undefined && named !== known) setKnown(named);
  const node = named ?? known;
  if (node === undefined) return null;
  if (obj?.status?.nodeInfo?.operatingSystem === 'windows') {
    return (
      <Page state="windows">
        <WindowsNode />
      </Page>
    );
  }
  if (prometheusBase() === undefined) {
    return (
      <Page state="absent">
        <MonitoringAbsent brief={false} />
      </Page>
    );
  }
  return (
    <Page state="ready">
      {named === undefined && <NodeGone />}
      <NodeCpuPanels key={node} node={node} />
    </Page>
  );
}
