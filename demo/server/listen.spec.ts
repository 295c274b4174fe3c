import { openPage } from './listen';

describe('openPage', () => {
  it('tells whoever comes too early to wait, then serves', async () => {
    const page = await openPage(0);
    try {
      expect((await fetch(page.url)).status).toBe(503);
      page.serve((_request, response) => response.end('ready'));
      await expect((await fetch(page.url)).text()).resolves.toBe('ready');
    } finally {
      await page.close();
    }
    await expect(fetch(page.url)).rejects.toThrow();
  });

  it('says in one sentence that the port is in use', async () => {
    const first = await openPage(0);
    const port = Number(new URL(first.url).port);
    try {
      await expect(openPage(port)).rejects.toThrow(
        `Port ${port} of 127.0.0.1 is in use by another program; end it, or choose another port with --port N.`,
      );
    } finally {
      await first.close();
    }
  });
});
