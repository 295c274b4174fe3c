import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inCluster } from './in-cluster';

const folder = mkdtempSync(path.join(os.tmpdir(), 'service-account-'));
const before = process.env.KUBERNETES_SERVICE_HOST;
beforeAll(() => {
  for (const name of ['token', 'ca.crt', 'service-ca.crt']) {
    writeFileSync(path.join(folder, name), `${name}\n`);
  }
});
afterEach(() => {
  if (before === undefined) delete process.env.KUBERNETES_SERVICE_HOST;
  else process.env.KUBERNETES_SERVICE_HOST = before;
});
afterAll(() => rmSync(folder, { recursive: true }));

it("finds Thanos Querier's service with the pod's own token", () => {
  process.env.KUBERNETES_SERVICE_HOST = '172.30.0.1';
  expect(inCluster(false, folder)).toEqual({
    base: new URL('https://thanos-querier.openshift-monitoring.svc:9091/'),
    peer: {
      authorities: ['service-ca.crt\n', 'ca.crt\n'],
      insecureSkipTlsVerify: false,
      token: 'token',
    },
  });
});

it('finds nothing outside of a cluster, or without a token', () => {
  delete process.env.KUBERNETES_SERVICE_HOST;
  expect(inCluster(false, folder)).toBeUndefined();
  process.env.KUBERNETES_SERVICE_HOST = '172.30.0.1';
  expect(inCluster(false, path.join(folder, 'none'))).toBeUndefined();
});
