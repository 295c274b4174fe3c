/** How one number of our class `pod` divides, in cores. */
export interface PodSplit {
  readonly infrastructure: number;
  readonly workload: number;
  /** Never spread: what kubelet's rows do not explain. */
  readonly unsplit: number;
}

/**
 * Splits what pods used (ours: exact) by what kubelet says of infrastructure and workload pods. Its rows
 * are of slightly other moments: where they say more than was used, each gets its part of what was.
 */
export function splitPods(
  usedCores: number,
  { infrastructure, workload }: { readonly infrastructure: number; readonly workload: number },
): PodSplit {
  const told = infrastructure + workload;
  if (!(told > 0)) return { infrastructure: 0, workload: 0, unsplit: usedCores };
  if (told <= usedCores) return { infrastructure, workload, unsplit: usedCores - told };
  const part = usedCores / told;
  return { infrastructure: infrastructure * part, workload: workload * part, unsplit: 0 };
}
