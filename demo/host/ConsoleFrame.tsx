import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  Nav,
  NavExpandable,
  NavItem,
  NavList,
  Page,
  PageSidebar,
  PageSidebarBody,
  PageToggleButton,
  SkipToContent,
} from '@patternfly/react-core';
import { NavLink, Outlet, useLocation } from 'react-router';
import { ThemeSwitch } from './ThemeSwitch';

const contentId = 'content-scrollable';

/** What surrounds every page of the console: masthead, navigation, content. */
export function ConsoleFrame() {
  return (
    <Page
      masthead={<Head />}
      sidebar={<Navigation />}
      skipToContent={<SkipToContent href={`#${contentId}`}>Skip to content</SkipToContent>}
      mainContainerId={contentId}
      isManagedSidebar
      isContentFilled
    >
      <Outlet />
    </Page>
  );
}

function Head() {
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton variant="plain" aria-label="Global navigation" isHamburgerButton />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component="span" className="demo__brand">
            <strong>Local console</strong> this machine as a node
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent className="demo__masthead-end">
        <ThemeSwitch />
      </MastheadContent>
    </Masthead>
  );
}

function Navigation() {
  const { pathname } = useLocation();
  const onNodes = pathname.startsWith('/k8s/cluster/nodes');
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label="Global">
          <NavList>
            <NavExpandable title="Compute" isExpanded isActive={onNodes}>
              <NavItem isActive={onNodes}>
                <NavLink to="/k8s/cluster/nodes">Nodes</NavLink>
              </NavItem>
            </NavExpandable>
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
}
