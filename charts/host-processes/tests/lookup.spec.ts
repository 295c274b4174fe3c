import {
  helmReleases,
  parseManifests,
  provideHelm,
  renderText,
  required,
  template,
} from './support/chart';
import { LookupCluster, type Objects } from './support/cluster';
import { ofKind } from './support/manifest';

beforeAll(provideHelm, 120_000);

let cluster: LookupCluster | undefined;
afterEach(async () => {
  await cluster?.end();
  cluster = undefined;
});

async function seeing(objects: Objects): Promise<string[]> {
  cluster = new LookupCluster(objects);
  return cluster.start();
}

const object = (kind: string, name: string, more: object = {}) => ({
  apiVersion: kind === 'ConsolePlugin' ? 'console.openshift.io/v1' : 'v1',
  kind,
  metadata: {
    name,
    labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    annotations: {
      'meta.helm.sh/release-name': 'hp',
      'meta.helm.sh/release-namespace': 'host-processes',
    },
  },
  ...more,
});
const kubeSystem = { '/api/v1/namespaces/kube-system': object('Namespace', 'kube-system') };
const secretName = 'hp-host-processes-agent-bearer';
const secretPath = `/api/v1/namespaces/host-processes/secrets/${secretName}`;
const kept = (data: Record<string, string>) => ({
  ...kubeSystem,
  [secretPath]: object('Secret', secretName, { data }),
});
const pluginPath = '/apis/console.openshift.io/v1/consoleplugins/host-processes';

describe.each(helmReleases)('%s in view of a cluster', (helm) => {
  const { image } = required;
  const bearer = async (objects: Objects, values: object = { image }) => {
    const text = await renderText(helm, { values, args: await seeing(objects) });
    const secrets = ofKind<{ data: Record<string, string> }>(parseManifests(text), 'Secret');
    await cluster?.end();
    cluster = undefined;
    return { text, secrets };
  };

  it('makes a long secret, which is another each time', async () => {
    const first = await bearer(kubeSystem);
    const second = await bearer(kubeSystem);
    const tokens = [first, second].map(({ secrets }) =>
      Buffer.from(secrets[0]?.data.token ?? '', 'base64').toString(),
    );
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9]{48}$/);
    expect(new Set(tokens).size).toBe(2);
    // The secret is nowhere else, and all else is the same.
    const mask = ({ text }: { text: string }, i: number) =>
      text.replaceAll(Buffer.from(tokens[i] ?? '').toString('base64'), '(generated)');
    expect(mask(first, 0)).toBe(mask(second, 1));
  });

  it('keeps the secret that is there', async () => {
    const data = { token: Buffer.from('a token of last year').toString('base64') };
    const { secrets } = await bearer(kept(data));
    expect(secrets.map((one) => one.data)).toEqual([data]);
  });

  it('makes the key that the Secret does not have', async () => {
    const { secrets } = await bearer(kept({ other: 'eA==' }));
    expect(secrets[0]?.data.token).toMatch(/^.{64}$/);
  });

  it('makes none beside a Secret that exists', async () => {
    expect((await bearer(kubeSystem, required)).secrets).toEqual([]);
  });

  const plugin = (annotations: Record<string, string>) => ({
    ...kubeSystem,
    [pluginPath]: {
      ...object('ConsolePlugin', 'host-processes'),
      metadata: {
        name: 'host-processes',
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations,
      },
    },
  });
  const owned = (release: string, namespace: string) =>
    plugin({
      'meta.helm.sh/release-name': release,
      'meta.helm.sh/release-namespace': namespace,
    });

  it('renders beside its own ConsolePlugin', async () => {
    await expect(bearer(owned('hp', 'host-processes'))).resolves.toBeDefined();
  });

  it.each([
    [
      'of another release',
      owned('other', 'host-processes'),
      'release other in namespace host-processes',
    ],
    ['of another namespace', owned('hp', 'elsewhere'), 'release hp in namespace elsewhere'],
    ['made by hand', plugin({}), 'somebody else'],
  ])('refuses a ConsolePlugin %s', async (_, objects, owner) => {
    const { status, output } = await template(helm, { args: await seeing(objects) });
    expect(status).not.toBe(0);
    expect(output).toContain(
      `ConsolePlugin host-processes belongs to ${owner}, and a cluster has only one: set plugin.enabled=false here, or uninstall the other.`,
    );
  });
});
