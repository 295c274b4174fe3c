import { alarms, namespaceLabels } from './alarms';
import { lifeCycle } from './life-cycle';
import { type Machine, type Phase, seriesText, targetLabels } from './machine';
import { firing, minutesOf, neverFires, runbook, type Scenario, type Settings } from './scenario';

/** Every story of every alert. */
export function alertScenarios(settings: Settings): Scenario[] {
  return [
    ...alarms(settings).flatMap(lifeCycle),
    ...agentDown(settings),
    ...agentAbsent(settings),
    ...namesFolded(settings),
    ...neverJudged(settings),
  ];
}

const uses = [{ class: 'service', unit: 'kubelet.service', groupname: 'kubelet', cores: 1 }];
const node0 = targetLabels('node-0');
function machine(phases: readonly Phase[], node = 'node-0', more: Partial<Machine> = {}): Machine {
  return { node, cpus: 4, phases, ...more };
}

function agentDown(settings: Settings): Scenario[] {
  const alertname = 'HostProcessesAgentDown';
  const lasting = minutesOf(settings.alerts.agentDown?.for ?? '');
  const down = { severity: 'warning', ...node0 };
  return [
    {
      name: `${alertname} fires for the node whose agent is away, and resolves`,
      machines: [
        machine([
          { minutes: 10, uses },
          { minutes: lasting + 10, uses, away: true },
          { minutes: 10, uses, restarted: true },
        ]),
        machine([{ minutes: lasting + 30, uses }], 'node-1'),
      ],
      questions: [
        firing(alertname, 9.7, []),
        firing(alertname, 10 + lasting - 0.7, []),
        firing(alertname, 10 + lasting + 2, [down]),
        firing(alertname, 10 + lasting + 15, []),
      ],
      messages: [
        {
          alertname,
          atMinute: 10 + lasting + 3,
          labels: down,
          annotations: {
            summary: 'The Host Processes agent of a node does not answer.',
            description:
              'Prometheus cannot scrape the Host Processes agent on node node-0. Until it can, nothing is known of the host processes of this node, and no other alert judges it.',
            ...runbook(settings, alertname),
          },
        },
      ],
    },
    {
      name: `${alertname} does not fire for a missed scrape, nor for a rollout`,
      machines: [
        machine([
          { minutes: 10, uses, missed: true },
          { minutes: 10, uses },
          { minutes: 3, uses, away: true },
          { minutes: lasting + 10, uses, restarted: true },
        ]),
      ],
      questions: [neverFires(alertname, lasting + 33)],
    },
  ];
}

function agentAbsent(settings: Settings): Scenario[] {
  const { scrapeSeconds, injected } = settings;
  const alertname = 'HostProcessesAgentAbsent';
  const lasting = minutesOf(settings.alerts.agentAbsent?.for ?? '');
  const scrapes = (minutes: number) => Math.round((minutes * 60) / scrapeSeconds);
  const labels = { severity: 'warning', job: 'host-processes', ...namespaceLabels(injected) };
  const gone = `1x${scrapes(10)} stale _x${scrapes(lasting + 10)} 1x${scrapes(20)}`;
  return [
    {
      name: `${alertname} fires when the last target is gone, and resolves`,
      machines: [],
      others: [{ series: seriesText('up', node0), values: gone }],
      questions: [
        firing(alertname, 9.7, []),
        firing(alertname, 10 + lasting - 0.7, []),
        firing(alertname, 10 + lasting + 3, [labels]),
        firing(alertname, 10 + lasting + 15, []),
      ],
      messages: [
        {
          alertname,
          atMinute: 10 + lasting + 4,
          labels,
          annotations: {
            summary: 'No Host Processes agent is scraped.',
            description:
              'Prometheus knows no target of job host-processes: no agent runs on any node, or nothing tells Prometheus about them. No other alert of Host Processes can fire.',
            ...runbook(settings, alertname),
          },
        },
      ],
    },
    {
      name: `${alertname} does not fire while one of two nodes has a target`,
      machines: [machine([{ minutes: lasting + 30, uses, away: true }])],
      others: [
        { series: seriesText('up', targetLabels('node-1')), values: `1x${scrapes(10)} stale` },
      ],
      questions: [neverFires(alertname, lasting + 30)],
    },
  ];
}

function namesFolded(settings: Settings): Scenario[] {
  const { scrapeSeconds } = settings;
  const alertname = 'HostProcessesNamesFolded';
  const threshold = settings.alerts.namesFolded?.threshold ?? NaN;
  const minutes = ((threshold + 2) * scrapeSeconds) / 60;
  const labels = { severity: 'info', kind: 'group', ...node0 };
  const node1 = machine([{ minutes: 100, uses }], 'node-1');
  return [
    {
      name: `${alertname} fires when names are folded, and resolves an hour later`,
      machines: [
        machine([
          { minutes: 10, uses },
          { minutes, uses, folding: true },
          { minutes: 80, uses },
        ]),
        node1,
      ],
      questions: [
        firing(alertname, 9.7, []),
        firing(alertname, 10 + minutes + 1, [labels]),
        firing(alertname, 50, [labels]),
        firing(alertname, 10 + minutes + 63, []),
      ],
      messages: [
        {
          alertname,
          atMinute: 30,
          labels,
          annotations: {
            summary: 'The Host Processes agent of a node has more names than it may show.',
            description:
              'On node node-0 names of kind group were folded into (other) within the last hour, because there are more than agent.names allows. The least busy are folded, and sums stay exact.',
            ...runbook(settings, alertname),
          },
        },
      ],
    },
    {
      name: `${alertname} does not fire for names that were folded long ago, nor when the agent starts anew`,
      machines: [
        machine([
          { minutes: 10, uses, folding: true },
          { minutes: 80, uses },
          { minutes: 40, uses, restarted: true },
        ]),
      ],
      questions: [
        firing(alertname, 80, []),
        firing(alertname, 100, []),
        firing(alertname, 128, []),
      ],
    },
  ];
}

function neverJudged(settings: Settings): Scenario[] {
  const open = (mode: string, cores: number): Machine =>
    machine(
      [
        {
          minutes: 90,
          uses: [
            { class: 'service', unit: 'kubelet.service', groupname: 'kubelet', cores },
            {
              class: 'unattributed',
              unit: '(unattributed)',
              groupname: '(unattributed)',
              cores: cores / 2,
            },
          ],
        },
      ],
      mode,
      { mode },
    );
  const closes = 'HostProcessesAccountDoesNotClose';
  const exceeded = 'HostProcessesReservationExceeded';
  const half = { ...open('cgroup2', 1), node: 'too-much', unexplained: -0.5 };
  return [
    {
      name: 'The account is judged with cgroups and processes only, and where it is about something',
      machines: [
        open('process-only', 1),
        open('cgroups-only', 1),
        { ...open('cgroup2', 0.0625), node: 'idle' },
        open('cgroup2', 1),
      ],
      questions: [firing(closes, 85, [{ severity: 'info', ...targetLabels('cgroup2') }])],
    },
    {
      name: 'More owners than busy time does not close either',
      machines: [{ ...half, phases: [{ minutes: 90, uses }] }],
      questions: [firing(closes, 85, [{ severity: 'info', ...targetLabels('too-much') }])],
    },
    {
      name: 'Without a reservation nobody exceeds it',
      machines: [machine([{ minutes: 90, uses }])],
      questions: [neverFires(exceeded, 90)],
    },
    {
      name: 'Without view of processes the units are told, and capacity minus allocatable is judged',
      machines: [
        machine(
          [
            {
              minutes: 90,
              uses: [
                { class: 'service', unit: 'kubelet.service', groupname: 'kubelet', cores: 3 },
                { class: 'kernel', unit: 'kworker', groupname: 'kworker', cores: 0.5 },
              ],
            },
          ],
          'node-0',
          { mode: 'cgroups-only', allocatable: 3 },
        ),
      ],
      questions: [],
      messages: [
        {
          alertname: exceeded,
          atMinute: 85,
          labels: { severity: 'warning', source: 'allocatable', ...node0 },
          annotations: {
            summary: 'The host of a node uses more CPU than is reserved for it.',
            description:
              'The host of node node-0 uses 350% of its 1 reserved CPUs. Judged was the host, all classes but pods, against capacity minus allocatable. Most of it: kubelet.service 3.00, kworker 0.50 cores.',
            ...runbook(settings, exceeded),
          },
        },
      ],
    },
  ];
}
