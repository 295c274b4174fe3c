import { changePluginList } from './change-plugin-list';
import type { Api } from './console-operator-api';
import type { Change } from './plugin-list';
import { ConsoleApi } from './testdata/console-api';

let server: ConsoleApi;
let api: Api;
afterEach(() => server.end());

async function given(...spec: ConstructorParameters<typeof ConsoleApi>): Promise<void> {
  server = new ConsoleApi(...spec);
  api = await server.start();
}

const change = (what: Change, attempts = 5) =>
  changePluginList(what, 'us', api, { attempts, pauseMs: 1 });

describe('add', () => {
  it.each([
    ['a list that is missing', { managementState: 'Managed' }, ['us']],
    ['no spec at all', undefined, ['us']],
    ['an empty list', { plugins: [] }, ['us']],
    ['others in an order of their own', { plugins: ['z', 'a', 'm'] }, ['z', 'a', 'm', 'us']],
  ])('to %s', async (_, spec, plugins) => {
    await given(spec);
    expect(await change('add')).toBe("us was added to the console's list of plugins.");
    expect(server.spec).toEqual({ ...spec, plugins });
  });

  it('writes nothing where it is already', async () => {
    await given({ plugins: ['us', 'a'] });
    expect(await change('add')).toBe("us is in the console's list of plugins.");
    expect([server.plugins, server.requests]).toEqual([['us', 'a'], ['GET']]);
  });
});

describe('remove', () => {
  it.each([
    [
      ['z', 'us', 'a'],
      ['z', 'a'],
    ],
    [['us'], []],
    [['us', 'z', 'us'], ['z']],
  ])('from %j', async (plugins, left) => {
    await given({ plugins });
    expect(await change('remove')).toBe("us was taken out of the console's list of plugins.");
    expect(server.plugins).toEqual(left);
  });

  it.each([[{ plugins: ['a'] }], [{ plugins: [] }], [{}], [undefined]])(
    'writes nothing where it is not in %j',
    async (spec) => {
      await given(spec);
      await change('remove');
      expect(server.requests).toEqual(['GET']);
    },
  );
});

describe('another writer at the same time', () => {
  it.each<[Change, string[] | undefined, string[], string[]]>([
    ['add', ['a'], ['a', 'b'], ['a', 'b', 'us']],
    ['add', ['a', 'b'], ['b', 'a'], ['b', 'a', 'us']],
    ['add', undefined, ['b'], ['b', 'us']],
    ['add', ['a'], ['us', 'a'], ['us', 'a']],
    ['remove', ['a', 'us'], ['us', 'b', 'a'], ['b', 'a']],
    ['remove', ['a', 'us'], ['a'], ['a']],
  ])('loses nothing: %s to %j, which becomes %j', async (what, plugins, others, result) => {
    await given(plugins && { plugins });
    let isFirst = true;
    server.beforePatch = () => {
      if (isFirst) server.write({ plugins: others });
      isFirst = false;
    };
    await change(what);
    expect(server.plugins).toEqual(result);
  });

  it('that never stops is said in the end', async () => {
    await given({ plugins: [] });
    let n = 0;
    server.beforePatch = () => server.write({ plugins: [`${(n += 1)}`] });
    await expect(change('add', 3)).rejects.toThrow(
      "The console's list of plugins was not extended: the API server answered 3 times with 422 (testing value /spec/plugins failed).",
    );
    expect(server.plugins).toEqual(['3']);
  });
});

describe('trouble', () => {
  it('that passes is waited for', async () => {
    await given({ plugins: ['a'] });
    const forbidden = { status: 403, message: 'forbidden' };
    server.troubles.push(forbidden, { status: 503, message: 'down' }, forbidden);
    await change('add');
    expect(server.plugins).toEqual(['a', 'us']);
  });

  it('is said: forbidden', async () => {
    await given({ plugins: [] });
    const message = 'consoles "cluster" is forbidden: User "hook" cannot get resource';
    server.troubles.push({ status: 403, message }, { status: 403, message });
    await expect(change('add', 2)).rejects.toThrow(
      `The console's list of plugins was not extended: the API server answered 2 times with 403 (${message}).`,
    );
  });

  it('is said at once where there is no Console', async () => {
    await given(undefined, false);
    await expect(change('remove')).rejects.toThrow(
      'The console\'s list of plugins was not shortened: the API server answered with 404 (consoles.operator.openshift.io "cluster" not found).',
    );
    expect(server.requests).toEqual(['GET']);
  });

  it('is said: an API server that is down', async () => {
    await given({});
    const nobody = { ...api, url: 'https://127.0.0.1:9' };
    await expect(
      changePluginList('add', 'us', nobody, { attempts: 2, pauseMs: 1 }),
    ).rejects.toThrow(
      "The console's list of plugins was not extended: the API server did not answer 2 times (connect ECONNREFUSED 127.0.0.1:9).",
    );
  });
});
