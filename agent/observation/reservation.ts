import type { KernelFiles } from '../kernel-files/kernel-files';
import { countCpuList, countCpuMask, kernelParameter } from '../procfs/kernel-command-line';
import type { ReservedCpuSource } from '../../metrics/hostproc';

/** What is known of the CPUs that the platform may use. */
export interface Reservation {
  /** Every source that says something, the one to prefer first. */
  readonly reserved: readonly { readonly source: ReservedCpuSource; readonly cpus: number }[];
  readonly allocatableCpus: number | undefined;
}

/**
 * Reads the reservation once: it changes only with a reboot or a new pod.
 * @param given what the options say
 */
export function readReservation(
  files: KernelFiles,
  given: {
    procfs: string;
    reservedCpus: number | undefined;
    allocatableCpus: number | undefined;
  },
): Reservation {
  const bytes = files.read('kernel_cmdline', `${given.procfs}/cmdline`);
  const parameter = (name: string) =>
    typeof bytes === 'string' ? '' : (kernelParameter(bytes, name) ?? '');
  const known: readonly (readonly [ReservedCpuSource, number | undefined])[] = [
    ['option', given.reservedCpus],
    ['systemd.cpu_affinity', countCpuList(parameter('systemd.cpu_affinity'))],
    ['tuned.non_isolcpus', countCpuMask(parameter('tuned.non_isolcpus'))],
  ];
  return {
    reserved: known.flatMap(([source, cpus]) => (cpus === undefined ? [] : [{ source, cpus }])),
    allocatableCpus: given.allocatableCpus,
  };
}
