import { accountScenario } from './account';
import { accountingModeScenario } from './accounting-mode';
import { dataExtentScenario, whereaboutsScenario } from './extent';
import { groupDetailsScenario } from './group-details';
import { groupsScenario } from './groups';
import { hostScenario, platformScenario } from './judged';
import { oneGroupScenario, onePodScenario } from './one-row';
import { cpuOverTimeScenario, podsOverTimeScenario } from './over-time';
import { podKindsScenario } from './pod-kinds';
import { podsScenario } from './pods';
import { requestScenarios } from './requests';
import { reservationScenario } from './reservation';
import type { Scenario } from './scenario';
import { topScenarios, usedScenarios } from './top-over-time';
import { groupTrendsScenario, podTrendsScenario } from './trends';
import { windowScenarios } from './windows';

/** What every question means in the known world. */
export const scenarios: readonly Scenario[] = [
  accountScenario,
  accountingModeScenario,
  podKindsScenario,
  reservationScenario,
  hostScenario,
  platformScenario,
  cpuOverTimeScenario,
  podsOverTimeScenario,
  ...topScenarios,
  ...usedScenarios,
  groupsScenario,
  podsScenario,
  groupTrendsScenario,
  podTrendsScenario,
  groupDetailsScenario,
  oneGroupScenario,
  onePodScenario,
  dataExtentScenario,
  whereaboutsScenario,
  ...requestScenarios,
  ...windowScenarios,
];
