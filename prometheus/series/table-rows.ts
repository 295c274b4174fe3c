import { podClasses } from './display-class';
import { sumOfFigure, type Figures } from './figures';
import type { GroupRow } from './group-rows';
import type { PodRow } from './pod-rows';

interface Identity {
  /** Unique on the node and stable through refreshes. */
  readonly key: string;
  /** A class of `displayClasses`, or what a newer agent calls its own. */
  readonly class: string;
}

/** One line of the table of everybody who uses the CPU. */
export type TableRow = Identity &
  Figures &
  (
    | { readonly kind: 'group'; readonly name: string; readonly unit: string }
    | { readonly kind: 'pod'; readonly name: string; readonly namespace: string }
    | { readonly kind: 'unsplit'; readonly name: '' }
  );

/** The key of a pod: its row, its trend and its place in the URL. */
export function podKey(namespace: string, pod: string): string {
  return JSON.stringify([namespace, pod]);
}

function groupLine({ groupname, ...row }: GroupRow): TableRow {
  return { kind: 'group', name: groupname, ...row };
}

function podLine({ namespace, pod, infrastructure, ...figures }: PodRow): TableRow {
  return {
    kind: 'pod',
    key: podKey(namespace, pod),
    class: infrastructure ? podClasses.infrastructure : podClasses.workload,
    name: pod,
    namespace,
    ...figures,
  };
}

/** What the pods' rows do not explain of what pods used; extremes of a difference are not known. */
function unsplitLine(ours: readonly GroupRow[], pods: readonly PodRow[]): TableRow {
  const rest = (name: 'now' | 'average') =>
    ours.some((row) => row[name] !== undefined)
      ? { [name]: Math.max(0, sumOfFigure(ours, name) - sumOfFigure(pods, name)) }
      : {};
  return {
    kind: 'unsplit',
    key: podClasses.unsplit,
    class: podClasses.unsplit,
    name: '',
    ...rest('now'),
    ...rest('average'),
  };
}

/**
 * Groups of the host and pods as rows of one table. Where kubelet's rows of pods are missing, our own
 * groups of pods stay; where they are known, these stand in their place, with what they leave over.
 */
export function tableRowsOf(
  groups: readonly GroupRow[],
  pods: readonly PodRow[] | undefined,
): TableRow[] {
  if (pods === undefined) return groups.map(groupLine);
  const ofPods = groups.filter((row) => row.class === podClasses.unsplit);
  return [
    ...groups.filter((row) => row.class !== podClasses.unsplit).map(groupLine),
    ...pods.map(podLine),
    ...(ofPods.length > 0 ? [unsplitLine(ofPods, pods)] : []),
  ];
}
