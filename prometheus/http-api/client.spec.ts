import { createClient } from './client';
import type { ApiRequest } from './request';

function answering(body: unknown): {
  asked: ApiRequest[];
  client: ReturnType<typeof createClient>;
} {
  const asked: ApiRequest[] = [];
  const client = createClient((request) => {
    asked.push(request);
    return Promise.resolve(body);
  });
  return { asked, client };
}

const vector = {
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: { class: 'kernel' }, value: [1, '0.5'] }] },
};

describe('createClient', () => {
  it('gives the series of one moment', async () => {
    const { asked, client } = answering(vector);
    await expect(client.at('up', 5_000)).resolves.toEqual({
      series: vector.data.result,
      warnings: [],
    });
    expect(asked).toEqual([{ path: 'api/v1/query', params: { query: 'up', time: '5' } }]);
  });

  it('gives the series of a range, and hands on warnings', async () => {
    const { client } = answering({
      status: 'success',
      warnings: ['store x did not answer'],
      data: { resultType: 'matrix', result: [] },
    });
    await expect(client.over('up', { startMs: 0, endMs: 1, stepMs: 1 })).resolves.toEqual({
      series: [],
      warnings: ['store x did not answer'],
    });
  });

  it.each([
    ['a web page', '<html>', 'unavailable'],
    ['nothing', null, 'unavailable'],
    [
      'another type',
      { status: 'success', data: { resultType: 'scalar', result: [1, '1'] } },
      'unavailable',
    ],
    ['no result', { status: 'success', data: { resultType: 'vector' } }, 'unavailable'],
    [
      'an error with status 200',
      { status: 'error', errorType: 'timeout', error: 'slow' },
      'timeout',
    ],
  ])('refuses %s', async (_, body, code) => {
    await expect(answering(body).client.at('up', 1)).rejects.toMatchObject({
      name: 'AskError',
      code,
    });
  });

  it('codes what the transport throws', async () => {
    const client = createClient(() =>
      Promise.reject(Object.assign(new Error('Forbidden'), { code: 403 })),
    );
    await expect(client.at('up', 1)).rejects.toMatchObject({ code: 'denied' });
  });
});
