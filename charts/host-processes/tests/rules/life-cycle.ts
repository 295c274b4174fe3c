import { type Labels, type Machine, type Phase, targetLabels } from './machine';
import { firing, neverFires, type Scenario } from './scenario';

/** How a machine behaves, for as long as a scenario wants. */
type Behaviour = Omit<Phase, 'minutes' | 'missed' | 'restarted'>;

/** What makes an alert fire on a machine, and what does not. */
export interface Alarm {
  readonly alertname: string;
  /** `for` of the alert, in minutes. */
  readonly lasting: number;
  readonly machine: Omit<Machine, 'node' | 'phases'>;
  readonly calm: Behaviour;
  /** Just below the threshold. */
  readonly nearly: Behaviour;
  readonly loud: Behaviour;
  /** Labels of the firing alert beside those of the target. */
  readonly labels: Labels;
  /** What it is, to people, on node-0. */
  readonly annotations: Labels;
  /** Whether an agent that is away for two minutes, and then starts anew, delays nothing. */
  readonly bridgesRollouts: boolean;
  /** How long after its cause the alert may still fire: what the expression looks back. */
  readonly fading?: number;
}

/** From the start of the cause; windows are at most two minutes, evaluations at most 35 s apart. */
const settled = 4;
const calmMinutes = 10;

/** Every story that is to be told of an alert. */
export function lifeCycle(alarm: Alarm): Scenario[] {
  const { alertname, lasting, calm, nearly, loud, fading = 0 } = alarm;
  const machine = (phases: readonly Phase[], node = 'node-0'): Machine => ({
    ...alarm.machine,
    node,
    phases,
  });
  const expected = { ...alarm.labels, ...targetLabels('node-0') };
  const beginning: Phase = { minutes: calmMinutes, ...calm };
  const due = calmMinutes + lasting;
  const end = due + 10;
  const over = end + fading + 10;
  const fires = (at: number) => firing(alertname, at, [expected]);
  const silent = (at: number) => firing(alertname, at, []);
  const never = (minutes: number) => neverFires(alertname, minutes);
  const during = (phases: readonly Phase[]) => [
    beginning,
    ...phases,
    { minutes: fading + 20, ...calm },
  ];
  const waits = lasting > 0;

  const scenarios: Scenario[] = [
    {
      name: `${alertname} fires when it is due, tells what it is, and resolves`,
      machines: [machine(during([{ minutes: lasting + 10, ...loud }]))],
      questions: [
        silent(calmMinutes - 0.3),
        ...(waits ? [silent(due - 0.7)] : []),
        ...[settled, settled + 1.13, settled + 3.57].map((after) => fires(due + after)),
        silent(over),
      ],
      messages: [
        {
          alertname,
          atMinute: due + settled + 1,
          labels: expected,
          annotations: alarm.annotations,
        },
      ],
    },
    {
      name: `${alertname} does not fire just below its threshold`,
      machines: [machine([beginning, { minutes: lasting + 20, ...nearly }])],
      questions: [never(lasting + 30)],
    },
    {
      name: `${alertname} tells two nodes apart`,
      machines: [
        machine([beginning, { minutes: lasting + 10, ...loud }]),
        machine([{ minutes: end, ...calm }], 'node-1'),
      ],
      questions: [fires(due + settled + 2)],
    },
    {
      name: `${alertname} minds no missed scrapes`,
      machines: [
        machine([
          beginning,
          ...Array<Phase>(Math.ceil((lasting + 10) / 2)).fill({
            minutes: 2,
            ...loud,
            missed: true,
          }),
        ]),
      ],
      questions: [fires(due + settled), fires(due + settled + 3.1)],
    },
    {
      name: `${alertname} minds no agent that starts anew`,
      machines: [
        machine([
          beginning,
          { minutes: lasting / 2 + 5, ...loud },
          { minutes: lasting / 2 + 5, ...loud, restarted: true },
        ]),
      ],
      questions: [fires(due + settled), fires(due + settled + 3.1)],
    },
    {
      name: `${alertname} does not fire because of an agent that starts anew`,
      machines: [
        machine([
          { minutes: 20, ...nearly },
          { minutes: lasting + 20, ...nearly, restarted: true },
        ]),
      ],
      questions: [never(lasting + 40)],
    },
  ];
  if (waits) {
    scenarios.push({
      name: `${alertname} does not fire when its cause passes before it is due`,
      machines: [
        machine(
          during([
            { minutes: lasting - 5 - fading / 2, ...loud },
            { minutes: lasting, ...calm },
          ]),
        ),
      ],
      questions: [never(calmMinutes + 2 * lasting + 10)],
    });
  }
  if (alarm.bridgesRollouts) {
    scenarios.push({
      name: `${alertname} waits through a rollout of the agent`,
      machines: [
        machine([
          beginning,
          { minutes: lasting / 2, ...loud },
          { minutes: 2, ...loud, away: true },
          { minutes: lasting / 2 + 8, ...loud, restarted: true },
        ]),
      ],
      questions: [fires(due + settled)],
    });
  }
  return scenarios;
}
