import { PageSection, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import { ApiState } from './ApiState';
import { memoryText, type NodeList } from './machine-node';
import { ResourceIcon } from './ResourceIcon';
import { useApiObject } from './use-api-object';

/** Compute > Nodes. */
export function NodesPage() {
  const nodes = useApiObject<NodeList>('nodes');
  return (
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h1" className="demo__list-title">
        Nodes
      </Title>
      <ApiState state={nodes} what="The list of nodes">
        {({ items }) => (
          <Table aria-label="Nodes" variant="compact">
            <Thead>
              <Tr>
                <Th>Name</Th>
                <Th>CPUs</Th>
                <Th>Memory</Th>
                <Th>Kernel</Th>
              </Tr>
            </Thead>
            <Tbody>
              {items.map(({ metadata, status }) => (
                <Tr key={metadata.uid}>
                  <Td dataLabel="Name">
                    <ResourceIcon />{' '}
                    <Link to={encodeURIComponent(metadata.name)}>{metadata.name}</Link>
                  </Td>
                  <Td dataLabel="CPUs">{status.capacity.cpu}</Td>
                  <Td dataLabel="Memory">{memoryText(status.capacity.memory)}</Td>
                  <Td dataLabel="Kernel">{status.nodeInfo.kernelVersion}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </ApiState>
    </PageSection>
  );
}
