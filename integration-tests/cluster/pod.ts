import type { ApiObject } from './kubernetes-api';

/** A pod as the API has it, as far as what stands in for a kubelet looks at it. */
export type Pod = ApiObject & {
  readonly metadata: {
    readonly namespace: string;
    readonly uid: string;
    readonly ownerReferences?: readonly { readonly uid: string }[];
  };
  readonly spec: {
    readonly nodeName?: string;
    readonly serviceAccountName: string;
    readonly restartPolicy: string;
    readonly affinity?: { readonly nodeAffinity?: object };
    readonly containers: readonly Container[];
    readonly volumes?: readonly Volume[];
  };
  readonly status: { readonly phase: string };
};

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
}

interface Keys {
  readonly items?: readonly { readonly key: string; readonly path: string }[];
}

/** What a projected volume is put together from; the other kinds of volumes have the same fields. */
export interface Source {
  readonly secret?: Keys & { readonly name?: string; readonly secretName?: string };
  readonly configMap?: Keys & { readonly name: string };
  readonly serviceAccountToken?: { readonly path: string };
  readonly downwardAPI?: { readonly items: readonly { readonly path: string }[] };
}

export type Volume = Source & {
  readonly name: string;
  readonly hostPath?: { readonly path: string };
  readonly projected?: { readonly sources: readonly Source[] };
};

export const podPath = ({ metadata }: Pod) =>
  `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`;

/** The node that a DaemonSet made the pod for. */
export function wantedNode({ spec }: Pod): string | undefined {
  const text = JSON.stringify(spec.affinity?.nodeAffinity ?? {});
  return /"key":"metadata\.name","operator":"In","values":\["([^"]+)"\]/.exec(text)?.[1];
}
