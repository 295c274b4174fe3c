import { namespace, type Labels, type Use } from './machine';
import type { Alarm } from './life-cycle';
import { minutesOf, runbook, type Settings } from './scenario';

/** What the alerts of a node are about, by the thresholds of the settings. */
export function alarms(settings: Settings): Alarm[] {
  return [
    reservation(
      settings,
      'HostProcessesReservationExceeded',
      'reservationExceeded',
      'warning',
      'The host of a node uses more CPU than is reserved for it.',
    ),
    reservation(
      settings,
      'HostProcessesReservationNearlyExceeded',
      'reservationNearlyExceeded',
      'info',
      'The host of a node uses almost as much CPU as is reserved for it.',
    ),
    group(settings),
    account(settings),
    sampleLimit(settings),
  ];
}

const use = (ofClass: string, unit: string, groupname: string, cores: number): Use => ({
  class: ofClass,
  unit,
  groupname,
  cores: Math.round(cores * 100) / 100,
});

const crio = use('service', 'crio.service', 'crio', 0.3);
const kworker = use('kernel', 'kworker', 'kworker', 0.2);
const pods = use('pod', 'kubepods-burstable.slice', 'conmon', 1);
const kubelet = (cores: number) => use('service', 'kubelet.service', 'kubelet', cores);
const cpus = 16;

const common = {
  machine: { cpus, reserved: { 'systemd.cpu_affinity': 4 } },
  calm: { uses: [kubelet(0.5), crio, kworker, pods] },
};

/** As humanizePercentage writes it. */
const percent = (share: number) => `${Number((share * 100).toPrecision(4))}%`;

const given = ({ alerts }: Settings, key: string) => ({
  threshold: alerts[key]?.threshold ?? NaN,
  lasting: minutesOf(alerts[key]?.for ?? '0m'),
});

function reservation(
  settings: Settings,
  alertname: string,
  key: string,
  severity: string,
  summary: string,
): Alarm {
  const { threshold, lasting } = given(settings, key);
  // The host is kubelet, crio and kworker.
  const host = (share: number) => ({
    uses: [kubelet(4 * threshold * share - 0.5), crio, kworker, pods],
  });
  const loud = host(1.1);
  const most = loud.uses[0]?.cores ?? NaN;
  return {
    ...common,
    alertname,
    lasting,
    nearly: host(0.95),
    loud,
    labels: { severity, source: 'systemd.cpu_affinity' },
    annotations: {
      summary,
      description: `The host of node node-0 uses ${percent((most + 0.5) / 4)} of its 4 reserved CPUs. Judged was the host, all classes but pods, against the reserved CPU set (systemd.cpu_affinity). Most of it: kubelet in kubelet.service ${most.toFixed(2)}, crio in crio.service 0.30, kworker in kworker 0.20 cores.`,
      ...runbook(settings, alertname),
    },
    bridgesRollouts: true,
    fading: 5,
  };
}

function group(settings: Settings): Alarm {
  const { threshold, lasting } = given(settings, 'groupDominates');
  const alertname = 'HostProcessesGroupDominates';
  // Pods may use what they want.
  const load = (share: number) => ({
    uses: [
      kubelet(cpus * threshold * share),
      crio,
      kworker,
      { ...pods, cores: cpus * threshold * 1.2 },
    ],
  });
  const loud = load(1.1);
  return {
    ...common,
    alertname,
    lasting,
    nearly: load(0.95),
    loud,
    labels: { severity: 'info', class: 'service', unit: 'kubelet.service', groupname: 'kubelet' },
    annotations: {
      summary: 'One group of host processes takes a large share of a node.',
      description: `kubelet in kubelet.service (class service) uses ${percent((loud.uses[0]?.cores ?? NaN) / cpus)} of the CPUs of node node-0. Judged was each group of processes inside a unit, pods left out, against all online CPUs.`,
      ...runbook(settings, alertname),
    },
    bridgesRollouts: true,
    fading: 5,
  };
}

function account(settings: Settings): Alarm {
  const { threshold, lasting } = given(settings, 'accountDoesNotClose');
  const alertname = 'HostProcessesAccountDoesNotClose';
  // Of 4 busy cores this share is unattributed.
  const open = (share: number) => ({
    uses: [
      kubelet(4 - 4 * share),
      use('unattributed', '(unattributed)', '(unattributed)', 4 * share),
    ],
  });
  const loud = open(threshold * 1.2);
  return {
    ...common,
    alertname,
    lasting,
    nearly: open(threshold * 0.9),
    loud,
    labels: { severity: 'info' },
    annotations: {
      summary: 'The CPU account of a node does not close.',
      description: `What kernel, services, pods and all other classes used on node node-0 differs by ${percent((loud.uses[1]?.cores ?? NaN) / 4)} from its busy time. Judged were all classes but unattributed against the complement of idle.`,
      ...runbook(settings, alertname),
    },
    bridgesRollouts: false,
  };
}

function sampleLimit(settings: Settings): Alarm {
  const { threshold, lasting } = given(settings, 'scrapeNearSampleLimit');
  const alertname = 'HostProcessesScrapeNearSampleLimit';
  const scrape = (share: number) => ({
    ...common.calm,
    samples: Math.round(settings.sampleLimit * threshold * share),
  });
  const loud = scrape(1.05);
  return {
    ...common,
    alertname,
    lasting,
    nearly: scrape(0.98),
    loud,
    labels: { severity: 'warning' },
    annotations: {
      summary:
        'The Host Processes agent of a node exposes almost as many samples as Prometheus takes.',
      description: `A scrape of the agent on node node-0 brings ${percent(loud.samples / settings.sampleLimit)} of the samples that its ServiceMonitor allows. Prometheus drops a scrape that exceeds the limit as a whole.`,
      ...runbook(settings, alertname),
    },
    bridgesRollouts: true,
    fading: 5,
  };
}

/** Labels of an alert that is about the whole namespace. */
export const namespaceLabels = (injected: boolean): Labels => (injected ? { namespace } : {});
