import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from './connection';

const defaultFolder = '/var/run/secrets/kubernetes.io/serviceaccount';
const querier = 'https://thanos-querier.openshift-monitoring.svc:9091/';

/** Thanos Querier as a pod reaches it, with the pod's own token; undefined outside of a cluster. */
export function inCluster(
  insecureSkipTlsVerify: boolean,
  folder = defaultFolder,
): Connection | undefined {
  const tokenFile = path.join(folder, 'token');
  if (process.env.KUBERNETES_SERVICE_HOST === undefined || !existsSync(tokenFile)) return undefined;
  const authorities = ['service-ca.crt', 'ca.crt']
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  return {
    base: new URL(querier),
    peer: {
      authorities,
      insecureSkipTlsVerify,
      token: readFileSync(tokenFile, 'utf8').trim(),
    },
  };
}
