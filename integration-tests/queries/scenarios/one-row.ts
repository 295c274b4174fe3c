import { oneGroup, onePod } from '../../../prometheus/promql/queries/one-row';
import { nodes, quotedName } from '../known-world/nodes';
import { crio } from './groups';
import { podOf, web } from './pods';
import { type Scenario, throughTheHour } from './scenario';

const quotedGroup = oneGroup({ class: 'service', unit: 'crio.service', groupname: quotedName });
const webPod = onePod('my-openshift-app', 'web-0');

export const oneGroupScenario: Scenario = {
  id: quotedGroup.id,
  asked: [
    throughTheHour(quotedGroup, { 75: [[crio, 0.375]], 120: [[crio, 0.25]] }),
    throughTheHour(quotedGroup, { 120: [] }, { node: nodes.other.name }),
  ],
};

export const onePodScenario: Scenario = {
  id: webPod.id,
  asked: [
    throughTheHour(webPod, { 75: [[web, 0.25]], 120: [[web, 0.75]] }),
    throughTheHour(onePod('default', 'registry-0'), {
      120: [[podOf('default', 'registry-0'), 0.1]],
    }),
    throughTheHour(onePod('default', 'web-0'), { 120: [] }),
  ],
};
