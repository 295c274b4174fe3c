import { parseArgs } from 'node:util';
import { SettingsError } from '../https-server/settings-error';
import type { Api } from './console-operator-api';
import type { Change } from './plugin-list';

/** What the program was asked to do. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'change';
      readonly change: Change;
      readonly plugin: string;
      readonly api: Api;
      readonly attempts: number;
    };

/** Where Kubernetes mounts a pod's service account. */
const serviceAccount = '/var/run/secrets/kubernetes.io/serviceaccount';

export const helpText = `Usage: host-processes-console-plugin-hook add|remove PLUGIN [OPTION]...

Adds a plugin to the console's list (consoles.operator.openshift.io/cluster, .spec.plugins), or takes it
out, and leaves the others and their order alone. It speaks to the API server of the cluster that it runs in.

  --api-server=URL
      The API server. Default: from KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT.
  --service-account=FOLDER
      Folder with ca.crt and token. Default: ${serviceAccount}
  --attempts=NUMBER
      How often it tries. Default: 10
  --version
      Print the version.
  --help
      Print this text.
`;

/** Reads the command line. @throws SettingsError for whatever cannot be taken */
export function parseCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): Command {
  const { values, positionals } = split(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [change, plugin, ...others] = positionals;
  if (change !== 'add' && change !== 'remove') {
    throw new SettingsError(`Expected add or remove, found ${found(change)}; --help tells more.`);
  }
  if (plugin === undefined || others.length > 0) {
    throw new SettingsError(`Expected the name of one plugin, found ${found(plugin, ...others)}.`);
  }
  const attempts = Number(values.attempts ?? 10);
  if (!Number.isInteger(attempts) || attempts < 1) {
    throw new SettingsError(`Option --attempts expects a number from 1, found ${values.attempts}.`);
  }
  const url = values['api-server'] ?? fromEnvironment(env);
  const api = { url, serviceAccount: values['service-account'] ?? serviceAccount };
  return { kind: 'change', change, plugin, api, attempts };
}

function split(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'api-server': { type: 'string' },
        'service-account': { type: 'string' },
        attempts: { type: 'string' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    });
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0] ?? '';
    throw new SettingsError(`${reason.replace(/\.? To specify.*$|\.$/, '')}; --help lists all.`, {
      cause,
    });
  }
}

function fromEnvironment(env: NodeJS.ProcessEnv): string {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env;
  if (!host || !port) {
    throw new SettingsError('Option --api-server is missing, and this is no pod of a cluster.');
  }
  return `https://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function found(...words: (string | undefined)[]): string {
  const given = words.filter((word) => word !== undefined);
  return given.length === 0 ? 'none' : given.map((word) => JSON.stringify(word)).join(', ');
}
