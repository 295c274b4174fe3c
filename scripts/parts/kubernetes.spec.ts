import { leftBehind, onPathIs, quietly } from './bare-machine';
import { kubernetes } from './kubernetes';

const says = {
  'kube-apiserver': 'Kubernetes v1.35.4',
  'kube-controller-manager': 'Kubernetes v1.35.4',
  'kube-scheduler': 'Kubernetes v1.35.4',
  etcd: 'etcd Version: 3.6.5',
};

const onPathAre = (versions: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(versions).map(([name, text]) => [name, onPathIs(name, `echo "${text}"`)]),
  );

// That the real modules build is shown by `npm run test:cluster`.
describe('Kubernetes', () => {
  it('is found on PATH when all of it is the release', async () => {
    const files = onPathAre(says);
    await expect(kubernetes.find()).resolves.toEqual(files);
  });

  it.each([
    ['another release', { 'kube-apiserver': 'Kubernetes v1.34.1' }],
    ['an old etcd', { etcd: 'etcd Version: 3.5.21' }],
  ])('is not found when there is %s', async (_, other) => {
    onPathAre({ ...says, ...other });
    await expect(kubernetes.find()).resolves.toBeUndefined();
  });

  it('is one sentence when there is no Go to build it', async () => {
    await expect(kubernetes.bring(quietly)).rejects.toThrow(
      /^Kubernetes 1\.35\.4 cannot be brought: there is no go here; install Go 1\.25 or later, or the programs of Kubernetes 1\.35\.4 and etcd 3\.6 on PATH\.$/,
    );
    expect(leftBehind()).toEqual([]);
  });

  it('asks Go for the releases of its staging modules', async () => {
    onPathIs(
      'go',
      'while read -r line; do case $line in *k8s.io/apiserver*) echo "$line";; esac; done < go.mod; exit 1',
    );
    await expect(kubernetes.bring(quietly)).rejects.toThrow(
      'go build failed (replace k8s.io/apiserver => k8s.io/apiserver v0.35.4)',
    );
  });
});
