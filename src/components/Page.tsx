import { PageSection } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { TextsProvider } from '../i18n/TextsProvider';
import './host-processes.css';

/** The frame of a page of ours; its own width, not the window's, decides how it is laid out. */
export function Page({ state, children }: { state: string; children: ReactNode }) {
  return (
    <PageSection hasBodyWrapper={false} data-test="hp-tab" data-state={state}>
      <div className="host-processes__page">
        <TextsProvider>{children}</TextsProvider>
      </div>
    </PageSection>
  );
}
