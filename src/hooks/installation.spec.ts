import type * as Subject from './installation';

const consoleFetchJSON = jest.fn<Promise<unknown>, [string]>();
jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON }));

/** A page of its own: the installation is remembered while a page lives. */
async function newPage(): Promise<typeof Subject> {
  jest.resetModules();
  return import('./installation');
}

beforeEach(() => {
  consoleFetchJSON.mockReset();
});

describe('fetchInstallation', () => {
  it('reads what the server states, once', async () => {
    consoleFetchJSON.mockResolvedValue({ agentNamespace: 'hp', scrapeIntervalSeconds: 5 });
    const { fetchInstallation } = await newPage();
    const expected = { agentNamespace: 'hp', scrapeIntervalMs: 5_000 };
    await expect(fetchInstallation()).resolves.toEqual(expected);
    await expect(fetchInstallation()).resolves.toEqual(expected);
    expect(consoleFetchJSON.mock.calls).toEqual([
      ['/api/plugins/host-processes/host-processes.json'],
    ]);
  });

  it('has the defaults without the file, and does not ask again', async () => {
    consoleFetchJSON.mockRejectedValue(Object.assign(new Error('Not Found'), { code: 404 }));
    const { fetchInstallation } = await newPage();
    await expect(fetchInstallation()).resolves.toEqual({ scrapeIntervalMs: 15_000 });
    await fetchInstallation();
    expect(consoleFetchJSON).toHaveBeenCalledTimes(1);
  });

  it('has the defaults after any other failure, and asks again', async () => {
    consoleFetchJSON.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    consoleFetchJSON.mockResolvedValueOnce({ scrapeIntervalSeconds: 30 });
    const { fetchInstallation } = await newPage();
    await expect(fetchInstallation()).resolves.toEqual({ scrapeIntervalMs: 15_000 });
    await expect(fetchInstallation()).resolves.toEqual({ scrapeIntervalMs: 30_000 });
  });

  it.each([
    [null],
    ['<html>'],
    [{ scrapeIntervalSeconds: 'often', agentNamespace: 7 }],
    [{ scrapeIntervalSeconds: -1 }],
  ])('takes nothing from %j', async (body) => {
    consoleFetchJSON.mockResolvedValue(body);
    const { fetchInstallation } = await newPage();
    await expect(fetchInstallation()).resolves.toEqual({ scrapeIntervalMs: 15_000 });
  });

  it('asks below the path that the console is served from', async () => {
    Object.assign(globalThis, { SERVER_FLAGS: { basePath: '/console/' } });
    consoleFetchJSON.mockResolvedValue({});
    const { fetchInstallation } = await newPage();
    await fetchInstallation();
    expect(consoleFetchJSON.mock.calls[0]?.[0]).toBe(
      '/console/api/plugins/host-processes/host-processes.json',
    );
    delete (globalThis as { SERVER_FLAGS?: unknown }).SERVER_FLAGS;
  });
});
