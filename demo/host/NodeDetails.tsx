import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { memoryText, type NodeObject } from './machine-node';
import type { TabProps } from './use-node-tabs';

function factsOf({ metadata, status }: NodeObject): readonly (readonly [string, string])[] {
  const { nodeInfo, capacity, addresses } = status;
  const addressText = addresses.map(({ type, address }) => `${type}: ${address}`).join(', ');
  return [
    ['Node name', metadata.name],
    ['Node addresses', addressText],
    ['CPUs', capacity.cpu],
    ['Memory', memoryText(capacity.memory)],
    ['Operating system', nodeInfo.operatingSystem ?? ''],
    ['OS image', nodeInfo.osImage ?? ''],
    ['Architecture', nodeInfo.architecture ?? ''],
    ['Kernel version', nodeInfo.kernelVersion ?? ''],
    ['Boot ID', nodeInfo.bootID ?? ''],
  ];
}

/** The Details tab: what this machine says about itself. */
export function NodeDetails({ obj }: TabProps) {
  if (!obj) return null;
  return (
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h2" className="demo__list-title">
        Node details
      </Title>
      <DescriptionList columnModifier={{ default: '2Col' }}>
        {factsOf(obj).map(([term, fact]) => (
          <DescriptionListGroup key={term}>
            <DescriptionListTerm>{term}</DescriptionListTerm>
            <DescriptionListDescription>{fact || '-'}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
    </PageSection>
  );
}
