import https from 'node:https';
import { text } from 'node:stream/consumers';

/** Any object of the API, as far as the tests look at all of them. */
export interface ApiObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
}

/** What the API server answered instead of what was asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A real API server, asked as a member of system:masters. */
export class KubernetesApi {
  private readonly agent = new https.Agent({ keepAlive: true });

  constructor(
    readonly url: string,
    readonly ca: string,
    readonly token: string,
  ) {}

  get<Answer = ApiObject>(path: string): Promise<Answer> {
    return this.send<Answer>('GET', path);
  }

  /** The objects of a collection, as in /api/v1/pods. */
  async list<Item = ApiObject>(path: string): Promise<readonly Item[]> {
    return (await this.get<{ items: readonly Item[] }>(path)).items;
  }

  post<Answer = ApiObject>(path: string, body: unknown): Promise<Answer> {
    return this.send<Answer>('POST', path, body);
  }

  mergePatch(path: string, body: unknown): Promise<ApiObject> {
    return this.send('PATCH', path, body, 'application/merge-patch+json');
  }

  /** @param gracePeriodSeconds 0 takes a pod away at once, as its kubelet does in the end */
  delete(path: string, gracePeriodSeconds?: number): Promise<unknown> {
    return this.send(
      'DELETE',
      path,
      gracePeriodSeconds === undefined ? undefined : { gracePeriodSeconds },
    );
  }

  close(): void {
    this.agent.destroy();
  }

  private send<Answer>(
    method: string,
    path: string,
    body?: unknown,
    contentType = 'application/json',
  ): Promise<Answer> {
    const { agent, ca, token } = this;
    const headers = {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': contentType }),
    };
    return new Promise((resolve, reject) => {
      const request = https.request(
        new URL(path, this.url),
        { agent, ca, method, headers },
        (response) => {
          const { statusCode: status = 0 } = response;
          text(response)
            .then((answer) => {
              if (status < 300) resolve(JSON.parse(answer) as Answer);
              else reject(new ApiError(status, `${method} ${path}: ${messageOf(answer)}`));
            })
            .catch(reject);
        },
      );
      request.on('error', reject);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

function messageOf(answer: string): string {
  try {
    return (JSON.parse(answer) as { message: string }).message;
  } catch {
    return answer;
  }
}

/** Whether a promise was refused with this status: 404 and 409 are answers like others. */
export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.status === status;
}
