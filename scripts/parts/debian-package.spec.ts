import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unpackDebianPackage } from './debian-package';
import { prometheus } from './prometheus';

// The real apt-get, with the doors shut. That it works with open ones is shown by every test that
// needs Prometheus.
const environment = { ...process.env };
let cache: string;
beforeEach(() => {
  cache = mkdtempSync(path.join(os.tmpdir(), 'cache-'));
  process.env.XDG_CACHE_HOME = cache;
});
afterEach(() => {
  process.env = { ...environment };
  rmSync(cache, { recursive: true });
});

const wanted = { name: 'prometheus', version: '2.42.*', otherwise: 'install it on PATH' };
const quietly = () => undefined;

describe('a package that cannot be brought', () => {
  it('is one sentence when apt-get is missing', async () => {
    process.env.PATH = '';
    await expect(unpackDebianPackage(wanted, quietly)).rejects.toThrow(
      'The Debian package prometheus 2.42.* cannot be brought: apt-get is missing here; install it on PATH.',
    );
  });

  it('is one sentence when there is no network, and leaves nothing behind', async () => {
    // Nobody listens on the port of discard.
    process.env.http_proxy = 'http://127.0.0.1:9';
    process.env.https_proxy = process.env.http_proxy;
    await expect(unpackDebianPackage(wanted, quietly)).rejects.toThrow(
      /^The Debian package prometheus 2\.42\.\* cannot be brought: apt-get could not download it \(.+\); install it on PATH\.$/,
    );
    expect(readdirSync(path.join(cache, 'host-processes'))).toEqual([]);
  }, 60_000);
});

describe('Prometheus', () => {
  it('is not found where neither PATH nor the cache has it', async () => {
    process.env.PATH = '';
    await expect(prometheus.find()).resolves.toBeUndefined();
  });
});
