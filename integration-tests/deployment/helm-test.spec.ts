import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeSubtree } from '../../bench/cgroups/subtree';
import { provideHelm } from '../../charts/host-processes/tests/support/chart';
import {
  ofKind,
  type PodSpec,
  workloads,
} from '../../charts/host-processes/tests/support/manifest';
import { freePort } from '../../demo/launcher/free-port';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { ask } from '../../https-server/testdata/ask';
import {
  CertificateAuthority,
  MountedSecret,
} from '../../https-server/testdata/certificate-authority';
import { runProgram } from '../../scripts/run-program';
import { containerCommand, namespaceUser } from '../image/container-command';
import { layImageRoot } from '../image/image-root';
import { startContainer } from './container';
import { DeployedAgent, newToken } from './deployed-agent';

// The pod of `helm test`, as rendered, asks the built agent and the built plugin, as rendered.
const lifetime = beginLifetime();
const authority = new CertificateAuthority();
const access = { mode: 0o440, gid: namespaceUser };
const root = layImageRoot();
let agent: DeployedAgent;
let pluginName: string;

beforeAll(async () => {
  await provideHelm();
  const tree = await makeSubtree('helmtest');
  lifetime.add(() => tree.remove());
  const port = await freePort();
  agent = await DeployedAgent.render(authority, { plugin: { port } });
  await agent.start(lifetime, 'restricted', tree.make('kubepods.slice/crio-agent.scope'));

  const deployment = workloads(agent.manifests).find(({ kind }) => kind === 'Deployment')!;
  pluginName = `${deployment.metadata.name}.host-processes.svc`;
  const { cert, key } = authority.issueServer({
    commonName: pluginName,
    alternativeNames: `DNS:${pluginName}`,
  });
  const tls = new MountedSecret(authority.folder, { 'tls.crt': cert, 'tls.key': key }, access);
  const child = await startContainer(lifetime, deployment.spec.template.spec, {
    as: 'restricted',
    cgroup: tree.make('kubepods.slice/crio-plugin.scope'),
    volumes: { tls: tls.folder },
    allocatableMillicpus: 0,
  });
  const url = `https://127.0.0.1:${port}/healthz`;
  const healthy = async () => {
    const options = { ca: authority.ca, servername: pluginName };
    while (!(await ask(url, options).catch(() => undefined))) await sleep(50);
  };
  await Promise.race([healthy(), child.died]);
}, 180_000);
afterAll(async () => {
  await lifetime.end();
  authority.remove();
});

/** Runs the pod with a token in its Secret. */
function helmTest(token: string) {
  const [{ spec } = { spec: { containers: [] } }] = ofKind<{ spec: PodSpec }>(
    agent.manifests,
    'Pod',
  );
  const [container] = spec.containers;
  const ca = new MountedSecret(authority.folder, { 'ca.crt': authority.ca }, access).folder;
  const bearer = new MountedSecret(authority.folder, { token }, access).folder;
  const volumes: Record<string, string> = { 'agent-ca': ca, bearer, 'plugin-ca': ca };
  // In place of cluster DNS.
  const hosts = path.join(authority.folder, 'hosts');
  writeFileSync(hosts, `127.0.0.1 ${agent.serverName} ${pluginName}\n`);
  const nsswitch = path.join(authority.folder, 'nsswitch.conf');
  writeFileSync(nsswitch, 'hosts: files\n');
  const [file, ...args] = containerCommand({
    root,
    as: 'restricted',
    mounts: [
      ...(container?.volumeMounts ?? []).map(
        ({ name, mountPath }) => `${volumes[name] ?? ''}:${mountPath}`,
      ),
      `${hosts}:/etc/hosts`,
      `${nsswitch}:/etc/nsswitch.conf`,
    ],
    command: [...(container?.command ?? []), ...(container?.args ?? []), '--attempts=1'],
  });
  return runProgram(file, args);
}

it('succeeds where all is well, and says what it found', async () => {
  const { status, output } = await helmTest(agent.token());
  expect(output).toMatch(
    /^The agent at 127\.0\.0\.1 exposes \d+ series, and nothing without the token\.\nThe plugin host-processes is served: its manifest and \d+ scripts\.\n$/,
  );
  expect(status).toBe(0);
}, 30_000);

it('fails with a token that the agent does not know', async () => {
  const { status, output } = await helmTest(newToken());
  expect(output).toMatch(
    /^host-processes-helm-test: The agent at 127\.0\.0\.1 answered 403 with the token \(.*\)\.\n$/,
  );
  expect(status).toBe(1);
}, 30_000);
