import { helmReleases, provideHelm, render, renderText } from './support/chart';
import { withoutHooks } from './support/manifest';
import { matrix } from './support/matrix';

beforeAll(provideHelm, 120_000);

describe.each(matrix())('%s', (_, rendering) => {
  it('is the same from both releases of Helm, and from every run', async () => {
    const [first, ...others] = await Promise.all(
      [...helmReleases, helmReleases[0]].map((helm) => renderText(helm, rendering)),
    );
    for (const other of others) expect(other).toBe(first);
  });

  it('has no object twice, and all in its namespace', async () => {
    const manifests = await render(rendering);
    const names = withoutHooks(manifests).map(({ kind, metadata: { name } }) => `${kind}/${name}`);
    expect(new Set(names).size).toBe(names.length);
    const clusterScoped = [
      'SecurityContextConstraints',
      'ConsolePlugin',
      'ClusterRole',
      'ClusterRoleBinding',
    ];
    for (const { kind, metadata } of manifests) {
      const namespace = metadata.labels?.['console.openshift.io/dashboard']
        ? 'openshift-config-managed'
        : (rendering.namespace ?? 'host-processes');
      expect(metadata.namespace).toBe(clusterScoped.includes(kind) ? undefined : namespace);
      expect(metadata.name.length).toBeLessThanOrEqual(63 + (metadata.namespace ? 0 : 63));
      expect(metadata.labels).toMatchObject({
        'app.kubernetes.io/name': 'host-processes',
        'app.kubernetes.io/instance': rendering.release ?? 'hp',
      });
    }
  });
});
