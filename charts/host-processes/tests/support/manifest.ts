/** As much of the rendered objects as the tests look at; Kubernetes' own names. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata & { readonly name: string };
  readonly [field: string]: unknown;
}

export interface Metadata {
  readonly namespace?: string;
  readonly labels?: Labels;
  readonly annotations?: Labels;
}

export type Labels = Readonly<Record<string, string>>;

export interface PodTemplate {
  readonly metadata: Metadata;
  readonly spec: PodSpec;
}

export interface PodSpec {
  readonly serviceAccountName?: string;
  readonly restartPolicy?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly hostNetwork?: boolean;
  readonly imagePullSecrets?: readonly { readonly name: string }[];
  readonly priorityClassName?: string;
  readonly securityContext?: SecurityContext;
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Volume[];
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string }[];
  readonly ports?: readonly ContainerPort[];
  readonly volumeMounts?: readonly { name: string; mountPath: string; readOnly?: boolean }[];
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly securityContext?: SecurityContext;
  readonly resources?: { readonly requests?: Labels; readonly limits?: Labels };
}

export interface ContainerPort {
  readonly name: string;
  readonly containerPort: number;
  readonly hostPort?: number;
}

export interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string; readonly scheme: string };
}

/** Of a pod or a container. */
export interface SecurityContext {
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly seccompProfile?: { readonly type: string };
  readonly seLinuxOptions?: Labels;
}

interface Items {
  readonly items?: readonly { readonly key: string; readonly path: string }[];
}

export type Volume = { readonly name: string } & {
  readonly secret?: Items & { readonly secretName: string };
  readonly configMap?: Items & { readonly name: string };
  readonly hostPath?: { readonly path: string; readonly type?: string };
};

/** The rendered objects of one kind, typed by whoever knows the kind. */
export function ofKind<Fields>(
  manifests: readonly Manifest[],
  kind: string,
): (Manifest & Fields)[] {
  return manifests.filter((one) => one.kind === kind) as (Manifest & Fields)[];
}

/** What stays in the cluster: everything but what Helm makes for a moment. */
export function withoutHooks<Kind extends Manifest>(manifests: readonly Kind[]): Kind[] {
  return manifests.filter(({ metadata }) => metadata.annotations?.['helm.sh/hook'] === undefined);
}

/** DaemonSets and Deployments. */
export interface Workload {
  readonly spec: { readonly selector: { readonly matchLabels: Labels }; template: PodTemplate };
}

export function workloads(manifests: readonly Manifest[]): (Manifest & Workload)[] {
  return ['DaemonSet', 'Deployment'].flatMap((kind) => ofKind<Workload>(manifests, kind));
}

/** Whether an object with these labels is selected. */
export function selects(selector: Labels, labels: Labels = {}): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
