import { PageSection, Tab, Tabs, TabsComponent } from '@patternfly/react-core';
import { Suspense, type ComponentType, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import type { NodeObject } from './machine-node';
import { NodeDetails } from './NodeDetails';
import { Loading } from './Loading';
import { TabBoundary } from './TabBoundary';
import { useNodeTabs, type TabProps } from './use-node-tabs';

interface NodeTab {
  readonly href: string;
  readonly name: string;
  readonly Component: ComponentType<TabProps>;
}

const details: NodeTab = { href: 'details', name: 'Details', Component: NodeDetails };

interface Props {
  readonly node: NodeObject;
  /** Last part of the path; empty for the first tab. */
  readonly tab: string;
}

/** The tab bar of a node: our own tab first, then those of plugins by name, as in the console. */
export function NodeTabs({ node, tab }: Props) {
  const navigate = useNavigate();
  const { name } = node.metadata;
  const tabs: readonly NodeTab[] = [details, ...useNodeTabs()];
  const active = tab === '' ? details : tabs.find(({ href }) => href === tab);
  const pathOf = (href: string) =>
    `/k8s/cluster/nodes/${encodeURIComponent(name)}/${encodeURIComponent(href)}`;
  const select = (event: MouseEvent, href: string | number) => {
    event.preventDefault();
    void navigate(pathOf(String(href)));
  };
  return (
    <>
      <PageSection hasBodyWrapper={false} type="tabs" className="demo__tabs">
        <Tabs
          activeKey={active?.href ?? ''}
          onSelect={select}
          component={TabsComponent.nav}
          aria-label="Node"
          usePageInsets
        >
          {tabs.map(({ href, name: title }) => (
            <Tab
              key={href}
              eventKey={href}
              href={pathOf(href)}
              title={title}
              data-test-id={`horizontal-link-${title}`}
            />
          ))}
        </Tabs>
      </PageSection>
      {active && (
        <TabBoundary key={active.href}>
          <Suspense fallback={<Loading />}>
            <active.Component
              obj={node}
              params={{ plural: 'nodes', name }}
              plural="nodes"
              name={name}
              loaded
            />
          </Suspense>
        </TabBoundary>
      )}
    </>
  );
}
