import { consoleFetch, consoleFetchJSON, HttpError } from '.';

type Fetch = typeof fetch;
const fetchMock = jest.fn<ReturnType<Fetch>, Parameters<Fetch>>();
const realFetch = globalThis.fetch;

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

beforeEach(() => {
  fetchMock.mockReset();
  globalThis.fetch = fetchMock;
});

afterAll(() => {
  globalThis.fetch = realFetch;
});

async function failure(): Promise<{ code?: number; message: string; json?: unknown }> {
  try {
    await consoleFetchJSON('/api/prometheus');
  } catch (error) {
    expect(error).toBeInstanceOf(HttpError);
    return error as InstanceType<typeof HttpError>;
  }
  throw new Error('The request did not fail.');
}

describe('consoleFetchJSON', () => {
  it('gets JSON', async () => {
    fetchMock.mockResolvedValue(json({ status: 'success' }));
    await expect(consoleFetchJSON('/api/x')).resolves.toEqual({ status: 'success' });
    const [url, options] = fetchMock.mock.calls[0]!;
    expect(url).toBe('/api/x');
    expect(options?.method).toBe('GET');
    expect(new Headers(options?.headers).get('accept')).toBe('application/json');
  });

  it('sends JSON', async () => {
    fetchMock.mockResolvedValue(new Response('', { status: 200 }));
    await expect(consoleFetchJSON.post('/api/x', { a: 1 })).resolves.toEqual({});
    expect(fetchMock.mock.calls[0]![1]).toMatchObject({ method: 'POST', body: '{"a":1}' });
  });

  it("fails with Prometheus' words", async () => {
    fetchMock.mockResolvedValue(json({ status: 'error', error: 'parse error' }, 400));
    await expect(failure()).resolves.toMatchObject({
      code: 400,
      message: 'parse error',
      json: { status: 'error' },
    });
  });

  it('has only the status text for a plain 403, and no JSON', async () => {
    fetchMock.mockResolvedValue(
      new Response('Forbidden (user=x)', { status: 403, statusText: 'Forbidden' }),
    );
    const error = await failure();
    expect(error).toMatchObject({ code: 403, message: 'Forbidden' });
    expect(error.json).toBeUndefined();
  });

  it('bears a body that only claims to be JSON', async () => {
    fetchMock.mockResolvedValue(
      new Response('<html>', {
        status: 502,
        statusText: 'Bad Gateway',
        headers: { 'content-type': 'application/json' },
      }),
    );
    await expect(failure()).resolves.toMatchObject({ code: 502, message: 'Bad Gateway' });
  });
});

describe('consoleFetch', () => {
  it('asks three times on 429, then gives up', async () => {
    fetchMock.mockImplementation(() => Promise.resolve(json({ message: 'slow down' }, 429)));
    await expect(consoleFetch('/api/x')).rejects.toMatchObject({ code: 429, message: 'slow down' });
    expect(fetchMock).toHaveBeenCalledTimes(3);
  });

  it('takes the answer that comes after a 429', async () => {
    fetchMock.mockResolvedValueOnce(json({}, 429)).mockResolvedValueOnce(json({ ok: true }));
    await expect(consoleFetch('/api/x')).resolves.toMatchObject({ status: 200 });
  });

  it('stops to wait after its timeout', async () => {
    fetchMock.mockReturnValue(new Promise(() => undefined));
    await expect(consoleFetch('/api/x', {}, 10)).rejects.toMatchObject({
      url: '/api/x',
      ms: 10,
      message: 'Call to /api/x timed out after 10ms.',
    });
  });

  it('lets an abort pass', async () => {
    fetchMock.mockRejectedValue(new DOMException('aborted', 'AbortError'));
    await expect(consoleFetch('/api/x')).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('takes 304 as an answer', async () => {
    fetchMock.mockResolvedValue(new Response(null, { status: 304 }));
    await expect(consoleFetch('/api/x')).resolves.toMatchObject({ status: 304 });
  });
});
