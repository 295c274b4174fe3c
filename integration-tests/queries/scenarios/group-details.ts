import { groupDetails } from '../../../prometheus/promql/queries/group-details';
import { nodes, quotedName } from '../known-world/nodes';
import { atTheEnd, overTheHour, part, type Scenario, single } from './scenario';

export const groupDetailsScenario: Scenario = {
  id: groupDetails(quotedName).id,
  asked: [
    // As the agent tells it; a process-exporter tells the same of the same node.
    atTheEnd(groupDetails(quotedName), [
      ...part('now', [
        [{ threadname: 'main' }, 0.15],
        [{ threadname: 'w"\\' }, 0.1],
      ]),
      ...part('average', [
        [{ threadname: 'main' }, overTheHour(0.25, 0.15)],
        [{ threadname: 'w"\\' }, overTheHour(0.125, 0.1)],
      ]),
      single('processes', 2),
      single('threads', 7),
      single('residentBytes', 5_000_000),
      single('startSeconds', 4321),
    ]),
    atTheEnd(groupDetails(quotedName), [], { node: nodes.other.name }),
  ],
};
