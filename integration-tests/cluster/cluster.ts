import { beginLifetime, type Lifetime } from '../../demo/launcher/lifetime';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { untilSettled } from './all-objects';
import type { ApiClient } from './control-plane/api-client';
import { startControlPlane } from './control-plane/control-plane';
import { Host } from './node/host';
import { Kubelet } from './node/kubelet';
import { PodNetwork } from './node/pod-network';
import { Registry } from './node/registry';
import { StandIn } from './node/stand-in';
import { becomeOpenShift } from './openshift/openshift';
import { ServiceCa } from './openshift/service-ca';

/** An OpenShift in small, as far as the chart can tell. */
export interface Cluster {
  readonly api: ApiClient;
  /** Of `cluster-admin`. */
  readonly kubeconfig: string;
  readonly host: Host;
  readonly kubelet: Kubelet;
  readonly registry: Registry;
  /** That of the whole cluster, and of its service CA. */
  readonly authority: CertificateAuthority;
  /** @throws what went wrong in the stand-in for its nodes */
  end(): Promise<void>;
}

/** Starts it: a real control plane, and a stand-in for its nodes. Needs root. */
export async function startCluster(): Promise<Cluster> {
  const lifetime = beginLifetime();
  const standIn = new StandIn(lifetime);
  const end = async () => {
    await lifetime.end();
    standIn.check();
  };
  try {
    return { ...(await start(lifetime, standIn)), end };
  } catch (error) {
    await lifetime.end();
    throw error;
  }
}

async function start(lifetime: Lifetime, standIn: StandIn): Promise<Omit<Cluster, 'end'>> {
  const authority = new CertificateAuthority();
  lifetime.add(() => {
    authority.remove();
    return Promise.resolve();
  });
  const { api, kubeconfig } = await startControlPlane(lifetime, authority);
  await becomeOpenShift(api);
  ServiceCa.start(standIn, api, authority);
  const registry = new Registry();
  const network = PodNetwork.create(lifetime);
  const host = new Host(api, network, registry, authority.folder);
  const kubelet = await Kubelet.start(lifetime, standIn, host, ['node-0', 'node-1']);
  await untilSettled(api);
  return { api, kubeconfig, host, kubelet, registry, authority };
}
