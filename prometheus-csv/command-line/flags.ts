import { formats, judgements, sortKeys, views } from './choices';

/** One option. Its row is all there is to it: parser, `--help` and documentation read it. */
export interface Flag {
  readonly short?: string;
  /** What `--help` shows as its value; absent: it is a switch. */
  readonly placeholder?: string;
  readonly repeatable?: true;
  /** As a person would write it; absent: none. */
  readonly default?: string;
  readonly help: string;
}

/** Every option by its name, in the order in which `--help` shows them, under these headings. */
export const flagGroups = {
  'What is exported': {
    view: {
      short: 'm',
      placeholder: views.join('|'),
      default: 'all',
      help: 'Host groups and pods; host groups; infrastructure or workload pods; kernel threads and interrupts; threads of host groups; or classes of the account.',
    },
    interval: {
      short: 'i',
      placeholder: 'DURATION',
      default: '1h',
      help: 'How long a time the numbers cover.',
    },
    time: {
      short: 'T',
      placeholder: 'TIME',
      default: 'now',
      help: 'When the interval ends: ISO 8601 (UTC without an offset) or seconds since 1970.',
    },
    window: {
      placeholder: 'DURATION',
      help: 'Minimum, maximum and p95 are of means over this long, for host and pods alike. Default: 2m, longer for intervals above two days.',
    },
    node: { placeholder: 'NODE', repeatable: true, help: 'Only this node.' },
    'skip-namespaces': {
      short: 'S',
      placeholder: 'REGEXP',
      repeatable: true,
      help: 'Leave out the pods of namespaces that match.',
    },
    'infra-namespaces': {
      placeholder: 'REGEXP',
      repeatable: true,
      help: 'Namespaces that are infrastructure, beside openshift, openshift-*, kube-* and default.',
    },
    'with-agent': { help: 'Show what the Host Processes agent itself used, too.' },
    sum: { help: 'Add up all nodes, moment by moment, in place of a row for each node.' },
    'sort-by': {
      short: 's',
      placeholder: sortKeys.join('|'),
      default: 'avg',
      help: 'Figures from the largest down, names from A to Z.',
    },
    head: { placeholder: 'N', help: 'Only the first N rows; 5 without a number.' },
    tail: { placeholder: 'N', help: 'Only the last N rows; 5 without a number.' },
    legacy: {
      help: "The columns, names and recorded series of the prototype's script; after the word metrics, those of prom.",
    },
  },
  'What is judged': {
    reserved: {
      placeholder: 'N',
      help: 'CPUs reserved for the platform. Without a command this means verdict. Default: what the agent knows.',
    },
    judge: {
      placeholder: judgements.join('|'),
      help: 'Host with infrastructure pods, or host alone. Default: platform where a reserved set is known, else host.',
    },
    baseline: {
      placeholder: 'FILE',
      help: 'An earlier export (CSV, JSON or YAML) of the same view: show what grew since.',
    },
    threshold: {
      placeholder: 'PERCENT',
      default: '10',
      help: 'Growth against the baseline up to which nothing is said; 0.01 cores are never said.',
    },
  },
  'Where it goes': {
    output: {
      short: 'o',
      placeholder: 'FILE',
      help: 'A file that is written whole or not at all; its ending tells the format. As in prom, csv, json, yaml and table are formats.',
    },
    format: { placeholder: formats.join('|'), default: 'csv', help: 'How it is written.' },
    quiet: { short: 'q', help: 'No progress and no notes.' },
  },
  'Where the cluster is': {
    host: {
      short: 'h',
      placeholder: 'HOST',
      help: "Thanos Querier, a Prometheus, or the cluster's domain or API address, of which Thanos Querier's route is made. Without it: the kubeconfig, or the pod's service account.",
    },
    token: { short: 't', placeholder: 'TOKEN', help: 'Bearer token; others can see it here.' },
    'token-file': {
      placeholder: 'FILE',
      help: 'A file with the bearer token. PROMETHEUS_TOKEN in the environment does it, too.',
    },
    kubeconfig: { placeholder: 'FILE', help: 'In place of KUBECONFIG and ~/.kube/config.' },
    context: { placeholder: 'NAME', help: 'In place of the current context of the kubeconfig.' },
    'service-account': {
      placeholder: 'NAMESPACE/NAME',
      default: 'openshift-monitoring/prometheus-k8s',
      help: 'Whose token is asked for, for ten minutes, when the kubeconfig has a certificate and no token.',
    },
    'ca-file': { placeholder: 'FILE', help: 'More certificate authorities to trust (PEM).' },
    'insecure-skip-tls-verify': {
      help: 'Trust any certificate: whoever answers gets the token.',
    },
    timeout: { placeholder: 'DURATION', default: '2m', help: 'How long one request may take.' },
    retries: {
      placeholder: 'N',
      default: '4',
      help: 'How often a request is repeated after 429, 5xx or a broken connection.',
    },
  },
} as const satisfies Record<string, Record<string, Flag>>;

type Groups = typeof flagGroups;
type NamesOf<Group> = Group extends unknown ? keyof Group : never;
export type FlagName = NamesOf<Groups[keyof Groups]>;

/** Every option by its name. */
export const flags = Object.assign({}, ...Object.values(flagGroups)) as Record<FlagName, Flag>;
