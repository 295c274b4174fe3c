import { readFileSync } from 'node:fs';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import type { ConsoleOperator, Operation } from './plugin-list';

/** Where the API server is, and who we are there. */
export interface Api {
  /** As in https://172.30.0.1:443 */
  readonly url: string;
  /** The folder of a service account: `ca.crt` and `token`, read anew for each request. */
  readonly serviceAccount: string;
}

const path = '/apis/operator.openshift.io/v1/consoles/cluster';

/** How long one request may take. */
const patienceMs = 10_000;

/** The API server answered with something else than what was asked for. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** @throws Refused, or Error when there is no answer */
export async function getConsole(api: Api): Promise<ConsoleOperator> {
  return JSON.parse(await request(api, 'GET')) as ConsoleOperator;
}

/** @throws Refused, or Error when there is no answer */
export async function patchConsole(api: Api, patch: readonly Operation[]): Promise<void> {
  await request(api, 'PATCH', JSON.stringify(patch));
}

async function request(api: Api, method: string, body?: string): Promise<string> {
  const headers = {
    Accept: 'application/json',
    Authorization: `Bearer ${readFileSync(`${api.serviceAccount}/token`, 'utf8').trim()}`,
    ...(body !== undefined && { 'Content-Type': 'application/json-patch+json' }),
  };
  const ca = readFileSync(`${api.serviceAccount}/ca.crt`);
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise((resolve, reject) => {
    const sent = https.request(
      new URL(path, api.url),
      { method, headers, ca, agent: false, signal },
      (response) => {
        const { statusCode: status = 0 } = response;
        text(response).then((answer) => {
          if (status >= 200 && status < 300) resolve(answer);
          else reject(new Refused(status, messageOf(answer)));
        }, reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The sentence of a Kubernetes Status, else what there is. */
function messageOf(answer: string): string {
  try {
    const { message } = JSON.parse(answer) as { message?: string };
    return message ?? answer;
  } catch {
    return answer;
  }
}
