import {
  accountingMode,
  buildInfo,
  claimsDroppedSeconds,
  collectorDurationSeconds,
  collectorSuccess,
  configLastReloadSuccessful,
  configLastReloadSuccessTimestamp,
  kernelFileReads,
  names,
  namesFolded,
} from './agent';
import type { Family } from './family';
import {
  allocatableCpus,
  cpuSeconds,
  groupCpuSeconds,
  nodeCpus,
  nodeCpuSeconds,
  reservedCpus,
} from './hostproc';
import {
  namegroupCpuSeconds,
  namegroupMajorPageFaults,
  namegroupMemoryBytes,
  namegroupMinorPageFaults,
  namegroupNumProcs,
  namegroupNumThreads,
  namegroupOldestStartTimeSeconds,
  namegroupThreadCpuSeconds,
} from './namegroup';

/** Every family of the contract. Documentation, lint and goldens iterate this list and nothing else. */
export const catalog: readonly Family[] = [
  cpuSeconds,
  groupCpuSeconds,
  nodeCpuSeconds,
  nodeCpus,
  reservedCpus,
  allocatableCpus,
  namegroupCpuSeconds,
  namegroupThreadCpuSeconds,
  namegroupNumProcs,
  namegroupNumThreads,
  namegroupMinorPageFaults,
  namegroupMajorPageFaults,
  namegroupMemoryBytes,
  namegroupOldestStartTimeSeconds,
  accountingMode,
  kernelFileReads,
  claimsDroppedSeconds,
  names,
  namesFolded,
  collectorSuccess,
  collectorDurationSeconds,
  configLastReloadSuccessful,
  configLastReloadSuccessTimestamp,
  buildInfo,
];
