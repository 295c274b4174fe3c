import { useGroupDetails } from '../../hooks/useGroupDetails';
import type { Asked } from '../../hooks/inquiries';
import { useT } from '../../i18n/useT';
import { HindranceState } from '../states/HindranceState';
import { GroupFacts } from './GroupFacts';
import { Threads } from './Threads';

interface GroupDetailsProps {
  readonly name: string;
  readonly asked: Asked;
}

const noWay = () => undefined;

/** Facts and threads of a process group, asked for while its row is open. */
export function GroupDetails({ name, asked }: GroupDetailsProps) {
  const { t } = useT();
  const state = useGroupDetails(asked, name);
  if (state.kind !== 'ready') {
    return (
      <HindranceState
        state={state}
        context={{
          panel: name,
          height: '120px',
          brief: false,
          agentNamespace: undefined,
          showHour: noWay,
          showRange: noWay,
        }}
      />
    );
  }
  const { data } = state;
  return (
    <div className="host-processes__details" data-test="hp-group-details" data-group={name}>
      <div>
        <GroupFacts details={data} />
        <p className="host-processes__small">
          {t('Of all processes of this name on the node, whichever unit they run in.')}
        </p>
      </div>
      <Threads threads={data.threads} group={name} />
    </div>
  );
}
