import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import type { Api } from '../console-operator-api';
import type { Operation } from '../plugin-list';

const token = 'the-token-of-the-hook';
const at = '/apis/operator.openshift.io/v1/consoles/cluster';

/** An answer of the API server in place of the right one. */
export interface Trouble {
  readonly status: number;
  readonly message: string;
}

interface Console {
  metadata: { name: string; resourceVersion: string };
  spec?: { plugins?: string[]; [field: string]: unknown };
}

/**
 * An API server with one Console, over TLS: GET and JSON patch as Kubernetes has them, as far as the hook
 * speaks.
 */
export class ConsoleApi {
  readonly #authority = new CertificateAuthority();
  readonly #server: https.Server;
  #console: Console | undefined;
  /** What was asked for, as in `GET` and `PATCH`. */
  readonly requests: string[] = [];
  /** Answers that come before the right ones, in this order. */
  readonly troubles: Trouble[] = [];
  /** Runs before each patch is applied: another writer. */
  beforePatch: () => void = () => undefined;

  constructor(spec: Console['spec'] | undefined, exists = true) {
    this.#console = exists
      ? { metadata: { name: 'cluster', resourceVersion: '100' }, ...(spec && { spec }) }
      : undefined;
    const { cert, key } = this.#authority.issueServer();
    this.#server = https.createServer({ cert, key }, (request, response) => {
      void text(request).then((body) => {
        this.requests.push(request.method ?? '');
        const answer =
          request.headers.authorization !== `Bearer ${token}`
            ? status(401, 'Unauthorized')
            : (this.#trouble() ?? this.#answer(request.url, request.method, body, request.headers));
        response.writeHead(answer.code, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(answer.body));
      });
    });
  }

  async start(): Promise<Api> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const serviceAccount = path.join(this.#authority.folder, 'serviceaccount');
    mkdirSync(serviceAccount);
    writeFileSync(path.join(serviceAccount, 'token'), token);
    writeFileSync(path.join(serviceAccount, 'ca.crt'), this.#authority.ca);
    const { port } = this.#server.address() as AddressInfo;
    return { url: `https://127.0.0.1:${port}`, serviceAccount };
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
    this.#authority.remove();
  }

  get plugins(): string[] | undefined {
    return this.#console?.spec?.plugins;
  }

  get spec(): Console['spec'] {
    return this.#console?.spec;
  }

  /** Somebody else writes. */
  write(spec: Console['spec']): void {
    if (!this.#console) throw new Error('There is no Console to write to.');
    this.#store({ metadata: this.#console.metadata, ...(spec && { spec }) });
  }

  #store(next: Console): void {
    const resourceVersion = String(Number(next.metadata.resourceVersion) + 1);
    this.#console = { ...next, metadata: { ...next.metadata, resourceVersion } };
  }

  #trouble() {
    const trouble = this.troubles.shift();
    return trouble && status(trouble.status, trouble.message);
  }

  #answer(
    url: string | undefined,
    method: string | undefined,
    body: string,
    headers: Readonly<Record<string, unknown>>,
  ) {
    if (url !== at || !this.#console) {
      return status(404, 'consoles.operator.openshift.io "cluster" not found');
    }
    if (method === 'GET') return { code: 200, body: this.#console };
    if (method !== 'PATCH' || headers['content-type'] !== 'application/json-patch+json') {
      return status(415, 'only JSON patches are taken here');
    }
    this.beforePatch();
    const patched = structuredClone(this.#console);
    for (const operation of JSON.parse(body) as Operation[]) {
      const refusal = apply(operation, patched);
      if (refusal !== undefined) return status(422, refusal);
    }
    this.#store(patched);
    return { code: 200, body: this.#console };
  }
}

function status(code: number, message: string) {
  return { code, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code } };
}

/** RFC 6902; @returns why the patch is refused */
function apply({ op, path: pointer, value }: Operation, document: object): string | undefined {
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  let parent = document as Record<string, unknown> | unknown[];
  for (const key of keys) {
    const next = (parent as Record<string, unknown>)[key];
    if (typeof next !== 'object' || next === null) return `${op} ${pointer}: path is missing`;
    parent = next as Record<string, unknown>;
  }
  const there = (parent as Record<string, unknown>)[last];
  if (op === 'test') {
    return JSON.stringify(there) === JSON.stringify(value)
      ? undefined
      : `testing value ${pointer} failed`;
  }
  if (Array.isArray(parent)) {
    if (op === 'add') parent.splice(last === '-' ? parent.length : Number(last), 0, value);
    else if (there === undefined) return `remove ${pointer}: path is missing`;
    else parent.splice(Number(last), 1);
  } else if (op === 'add') parent[last] = value;
  else Reflect.deleteProperty(parent, last);
  return undefined;
}
