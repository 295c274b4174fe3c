import type { Translate } from './useT';

/** What a class of the account is called; a class that only a newer agent knows keeps its own name. */
export function className(t: Translate, name: string): string {
  switch (name) {
    case 'kernel':
      return t('Kernel threads');
    case 'interrupt':
      return t('Interrupts');
    case 'service':
      return t('Host services');
    case 'host-container':
      return t('Host containers');
    case 'session':
      return t('User sessions');
    case 'runtime':
      return t('Container runtime');
    case 'agent':
      return t('Host Processes agent');
    case 'unattributed':
      return t('Unattributed');
    case 'infrastructure-pod':
      return t('Infrastructure pods');
    case 'workload-pod':
      return t('Workload pods');
    case 'pod':
      return t('Pods, not split');
    case 'other':
      return t('Other of the host');
    default:
      return name;
  }
}

/** One sentence on what a class means; nothing for a class that we do not know. */
export function classMeaning(t: Translate, name: string): string | undefined {
  switch (name) {
    case 'kernel':
      return t('Work that the kernel does on its own behalf.');
    case 'interrupt':
      return t('Time in hardware and software interrupts, outside any process.');
    case 'service':
      return t('systemd services and other units, for example kubelet and CRI-O.');
    case 'host-container':
      return t('Containers run outside Kubernetes, for example by podman.');
    case 'session':
      return t('What people run after logging in, for example over SSH.');
    case 'runtime':
      return t('The monitor process of each container.');
    case 'agent':
      return t('What it costs to measure all this.');
    case 'unattributed':
      return t('Busy time that no unit and no thread explains.');
    case 'infrastructure-pod':
      return t('Pods that belong to the platform.');
    case 'workload-pod':
      return t('All other pods.');
    case 'pod':
      return t('Time of pods that the metrics of kubelet do not tell apart.');
    default:
      return undefined;
  }
}
