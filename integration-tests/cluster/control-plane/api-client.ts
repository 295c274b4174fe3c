import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the API server answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Of its `Warning` headers, such as those of pod security admission. */
  readonly warnings: readonly string[];
}

/** As much of any object as is read here. */
export interface ApiObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly deletionTimestamp?: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
}

/** Who asks, and whom. */
export interface Access {
  /** As in https://127.0.0.1:6443 */
  readonly url: string;
  readonly ca: string;
  readonly token: string;
}

/** The API server closes what was idle for 90 s; what is asked on it at that moment gets no answer. */
const idleMs = 30_000;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const patchTypes = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

/** Kubernetes' REST, with nothing between: paths and bodies are as its documentation has them. */
export class ApiClient {
  readonly #agent: https.Agent;

  constructor(readonly access: Access) {
    this.#agent = new https.Agent({ keepAlive: true, timeout: idleMs, ca: access.ca });
  }

  /** @throws Error with the sentence of the API server unless it answers with success */
  async get<Wanted>(path: string): Promise<Wanted> {
    return succeeded(await this.ask('GET', path)) as Wanted;
  }

  /** Undefined when it is not there. @throws Error as `get` */
  async find<Wanted>(path: string): Promise<Wanted | undefined> {
    const answer = await this.ask('GET', path);
    return answer.status === 404 ? undefined : (succeeded(answer) as Wanted);
  }

  async list<Item extends ApiObject>(path: string): Promise<readonly Item[]> {
    return (await this.get<{ items: Item[] }>(path)).items;
  }

  async create<Made extends ApiObject>(path: string, body: object): Promise<Made> {
    return succeeded(await this.ask('POST', path, body)) as Made;
  }

  async patch(path: string, how: keyof typeof patchTypes, body: object): Promise<unknown> {
    return succeeded(await this.ask('PATCH', path, body, { 'Content-Type': patchTypes[how] }));
  }

  /** It may be gone already. */
  async delete(path: string, options: object = {}): Promise<void> {
    const answer = await this.ask('DELETE', path, options);
    if (answer.status !== 404) succeeded(answer);
  }

  /**
   * Asks again when the API server is not ready for it (429), as every client does.
   * @returns the answer, whatever else it is
   * @throws Error when there is none
   */
  async ask(
    method: Method,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    for (;;) {
      const answer = await this.askOnce(method, path, body, headers);
      if (answer.status !== 429) return answer;
      await sleep(200);
    }
  }

  end(): void {
    this.#agent.destroy();
  }

  private async askOnce(
    method: Method,
    path: string,
    body: object | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const sent = body ? JSON.stringify(body) : '';
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = https.request(new URL(path, this.access.url), {
        method,
        agent: this.#agent,
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/json',
          // Node.js leaves it out of a DELETE.
          'Content-Length': Buffer.byteLength(sent),
          Authorization: `Bearer ${this.access.token}`,
          ...headers,
        },
      });
      request.on('response', resolve).on('error', reject);
      request.end(sent);
    });
    const answer = await text(response);
    return {
      status: response.statusCode ?? 0,
      body: parsed(answer),
      warnings: [response.headers.warning ?? []].flat(),
    };
  }
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return answer;
  }
}

function succeeded({ status, body }: Answer): unknown {
  if (status >= 200 && status < 300) return body;
  const { message } = body as { message?: string };
  throw new Error(`The API server answered ${status}: ${message ?? JSON.stringify(body)}`);
}
