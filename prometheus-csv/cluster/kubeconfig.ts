import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { ClusterError } from './cluster-error';
import { readNamedFile } from './trust';

/** A user of a kubeconfig, in its own words. */
export interface KubeUser {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly 'client-certificate'?: string;
  readonly 'client-certificate-data'?: string;
  readonly 'client-key'?: string;
  readonly 'client-key-data'?: string;
  readonly exec?: KubeExec;
}

/** A program that answers with a credential. */
export interface KubeExec {
  readonly apiVersion?: string;
  readonly command?: string;
  readonly args?: readonly string[] | null;
  readonly env?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly installHint?: string;
}

/** A cluster of a kubeconfig, in its own words. */
export interface KubeCluster {
  readonly server?: string;
  readonly 'certificate-authority'?: string;
  readonly 'certificate-authority-data'?: string;
  readonly 'tls-server-name'?: string;
  readonly 'proxy-url'?: string;
}

/** A context with what it names; paths are relative to the folders of their files. */
export interface KubeContext {
  readonly name: string;
  readonly cluster: KubeCluster;
  readonly clusterFolder: string;
  readonly user: KubeUser;
  readonly userFolder: string;
}

interface Named {
  readonly name?: string;
  readonly context?: { readonly cluster?: string; readonly user?: string };
  readonly cluster?: KubeCluster;
  readonly user?: KubeUser;
}

interface KubeconfigFile {
  readonly 'current-context'?: string;
  readonly contexts?: readonly Named[] | null;
  readonly clusters?: readonly Named[] | null;
  readonly users?: readonly Named[] | null;
}

interface Entry {
  readonly folder: string;
  readonly named: Named;
}

/** The files that kubectl would read, in its order; empty when there is none. */
export function kubeconfigFiles(named: string | undefined): string[] {
  if (named !== undefined) return [named];
  const listed = (process.env.KUBECONFIG ?? '').split(path.delimiter).filter((file) => file !== '');
  const files = listed.length > 0 ? listed : [path.join(os.homedir(), '.kube', 'config')];
  return files.filter((file) => existsSync(file));
}

/** The chosen or current context. Of equal names in several files the first counts, as for kubectl. */
export function readContext(files: readonly string[], chosen: string | undefined): KubeContext {
  const configs = files.map((file) => ({ folder: path.dirname(file), config: readFile(file) }));
  const entryOf = (list: 'contexts' | 'clusters' | 'users', name: string): Entry | undefined => {
    for (const { folder, config } of configs) {
      const named = config[list]?.find((entry) => entry.name === name);
      if (named) return { folder, named };
    }
    return undefined;
  };
  const where = files.join(', ');
  const name = chosen ?? configs.map(({ config }) => config['current-context']).find(Boolean);
  if (name === undefined) {
    throw new ClusterError(
      `The kubeconfig ${where} has no current context; log in with oc login, or choose one with --context.`,
    );
  }
  const context = entryOf('contexts', name)?.named.context;
  if (!context) throw new ClusterError(`The kubeconfig ${where} has no context ${name}.`);
  const cluster = entryOf('clusters', context.cluster ?? '');
  if (!cluster?.named.cluster?.server) {
    throw new ClusterError(`The context ${name} of the kubeconfig ${where} names no server.`);
  }
  const user = entryOf('users', context.user ?? '');
  return {
    name,
    cluster: cluster.named.cluster,
    clusterFolder: cluster.folder,
    user: user?.named.user ?? {},
    userFolder: user?.folder ?? '',
  };
}

function readFile(file: string): KubeconfigFile {
  const text = readNamedFile(file, 'the kubeconfig');
  try {
    const config: unknown = parse(text);
    if (typeof config === 'object' && config !== null) return config;
  } catch (cause) {
    const [reason = ''] = (cause as Error).message.split('\n');
    throw new ClusterError(`The kubeconfig ${file} is no YAML: ${reason.replace(/:$/, '')}.`, {
      cause,
    });
  }
  throw new ClusterError(`The kubeconfig ${file} is empty.`);
}
