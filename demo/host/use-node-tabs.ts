import type { HorizontalNavTab, PageComponentProps } from '@openshift-console/dynamic-plugin-sdk';
import { useExtensions, type Extension } from '@openshift/dynamic-plugin-sdk';
import { lazy, type ComponentType } from 'react';
import { useExtensionNames } from './extension-name';
import type { NodeObject } from './machine-node';

/** What the console hands to a tab: the object, and the route's parameters once more as properties. */
export type TabProps = PageComponentProps<NodeObject> & {
  readonly plural: string;
  readonly name: string;
  readonly loaded: boolean;
};

type TabExtension = Extension & Pick<HorizontalNavTab, 'properties'>;

function isNodeTab(extension: Extension): extension is TabExtension {
  if (extension.type !== 'console.tab/horizontalNav') return false;
  const { group, version, kind } = (extension as TabExtension).properties.model;
  return !group && version === 'v1' && kind === 'Node';
}

// A lazy component must stay the same one, or React would mount the tab anew at every render.
const lazyTabs = new Map<string, ComponentType<TabProps>>();

function lazyTab(uid: string, { component }: TabExtension['properties']): ComponentType<TabProps> {
  const known = lazyTabs.get(uid);
  if (known) return known;
  // Fetched when the tab is first opened.
  const tab = lazy(async () => ({ default: (await component()) as ComponentType<TabProps> }));
  lazyTabs.set(uid, tab);
  return tab;
}

/** The tabs that plugins add to a Node, in the console's order. */
export function useNodeTabs() {
  const translate = useExtensionNames();
  return useExtensions(isNodeTab)
    .map(({ uid, properties }) => ({
      href: properties.page.href,
      name: translate(properties.page.name),
      Component: lazyTab(uid, properties),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
