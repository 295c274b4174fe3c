import { Card, CardBody, CardHeader, CardTitle } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { PanelState } from '../hooks/panel-state';
import { HindranceState, type StateContext } from './states/HindranceState';
import { Partial as PartialAnswer } from './states/Partial';

interface PanelProps<T> {
  /** `id` and `data-test` of the panel's root. */
  readonly id: string;
  readonly title: string;
  /** What the panel is called inside sentences; the title by default. */
  readonly name?: string;
  readonly subtitle?: string;
  readonly state: PanelState<T>;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
  /** CSS height of the content, for the time when there is none. */
  readonly height: string;
  /** What can be done with the panel's data, at the end of its head. */
  readonly actions?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Data, or other data, is on its way. */
function isBusy(state: PanelState<unknown>): boolean {
  switch (state.kind) {
    case 'loading':
      return true;
    case 'ready':
      return state.refreshing;
    case 'timeout':
    case 'unavailable':
      return state.retrying;
    case 'empty':
    case 'denied':
    case 'absent':
      return false;
  }
}

/** A card that is in exactly one state: its data, or what stands in the way of it. */
export function Panel<T>(props: PanelProps<T>) {
  const { id, title, name = title, subtitle, state, context, height, actions, children } = props;
  return (
    <Card id={id} data-test={id} data-state={state.kind} aria-busy={isBusy(state)}>
      <CardHeader
        hasWrap
        {...(actions !== undefined && { actions: { actions, hasNoOffset: true } })}
      >
        <CardTitle component="h2">{title}</CardTitle>
        {subtitle !== undefined && (state.kind === 'ready' || state.kind === 'loading') && (
          <span className="host-processes__subtle">{subtitle}</span>
        )}
      </CardHeader>
      <CardBody>
        {state.kind === 'ready' ? (
          <div className="host-processes__content">
            <PartialAnswer warnings={state.warnings} />
            {children(state.data)}
          </div>
        ) : (
          <HindranceState state={state} context={{ ...context, panel: name, height }} />
        )}
      </CardBody>
    </Card>
  );
}
