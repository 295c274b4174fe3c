import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ClusterError } from './cluster-error';
import type { KubeExec } from './kubeconfig';
import type { Peer } from './peer';

interface ExecCredential {
  readonly kind?: unknown;
  readonly status?: {
    readonly token?: string;
    readonly clientCertificateData?: string;
    readonly clientKeyData?: string;
  };
}

/** Runs the program of a kubeconfig's user (client.authentication.k8s.io) and takes its credential. */
export async function execCredential(
  exec: KubeExec,
  folder: string,
  signal: AbortSignal,
): Promise<Pick<Peer, 'token' | 'clientCertificate'>> {
  const { command = '' } = exec;
  const { status } = parsed(command, await run(exec, folder, signal));
  if (status?.token) return { token: status.token };
  const { clientCertificateData: cert, clientKeyData: key } = status ?? {};
  if (cert && key) return { clientCertificate: { cert, key } };
  throw new ClusterError(`The program ${command} of the kubeconfig gave no token or certificate.`);
}

async function run(exec: KubeExec, folder: string, signal: AbortSignal): Promise<string> {
  const { command = '', args, env, installHint, apiVersion } = exec;
  // As kubectl: with a separator it is a path beside the kubeconfig, without one it is on PATH.
  const file = command.includes('/') ? path.resolve(folder, command) : command;
  const interactive = process.stdin.isTTY;
  const info = { kind: 'ExecCredential', apiVersion, spec: { interactive } };
  const child = spawn(file, [...(args ?? [])], {
    env: {
      ...process.env,
      KUBERNETES_EXEC_INFO: JSON.stringify(info),
      ...Object.fromEntries((env ?? []).map(({ name, value }) => [name, value])),
    },
    stdio: [interactive ? 'inherit' : 'ignore', 'pipe', 'inherit'],
    signal,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  try {
    const [output, exitStatus] = await Promise.all([text(child.stdout), ended]);
    if (exitStatus === 0) return output;
    throw new ClusterError(
      `The program ${command} of the kubeconfig ended with status ${exitStatus ?? 'none'} and gave no credential.`,
    );
  } catch (cause) {
    if (cause instanceof ClusterError || signal.aborted) throw cause;
    const hint = installHint ? ` ${installHint.trim().replaceAll(/\s+/g, ' ')}` : '';
    throw new ClusterError(
      `The program ${command} of the kubeconfig cannot be run (${(cause as Error).message}).${hint}`,
      { cause },
    );
  }
}

function parsed(command: string, output: string): ExecCredential {
  try {
    const credential = JSON.parse(output) as ExecCredential | null;
    if (credential?.kind === 'ExecCredential') return credential;
  } catch {
    // What it printed may be a secret: not into the message.
  }
  throw new ClusterError(
    `The program ${command} of the kubeconfig did not print an ExecCredential.`,
  );
}
