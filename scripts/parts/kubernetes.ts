import { UserError } from '../user-error';
import { runProgram } from '../run-program';
import { buildGoPrograms, builtProgram, type GoPrograms } from './go-module';
import { onPath } from './on-path';
import type { Part } from './part';

/** The release of OpenShift 4.22. */
const release = '1.35.4';

/** As its own go.mod names them: there they are folders of its repository. */
const staging = [
  'api',
  'apiextensions-apiserver',
  'apimachinery',
  'apiserver',
  'cli-runtime',
  'client-go',
  'cloud-provider',
  'cluster-bootstrap',
  'code-generator',
  'component-base',
  'component-helpers',
  'controller-manager',
  'cri-api',
  'cri-client',
  'csi-translation-lib',
  'dynamic-resource-allocation',
  'endpointslice',
  'externaljwt',
  'kms',
  'kube-aggregator',
  'kube-controller-manager',
  'kube-proxy',
  'kube-scheduler',
  'kubectl',
  'kubelet',
  'metrics',
  'mount-utils',
  'pod-security-admission',
  'sample-apiserver',
  'sample-cli-plugin',
  'sample-controller',
];

/** What the built programs say of themselves; without it they take themselves for 0.0.0. */
const versionFlags = Object.entries({
  gitVersion: `v${release}`,
  gitMajor: release.split('.')[0],
  gitMinor: release.split('.')[1],
}).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);

const programs: GoPrograms = {
  name: `Kubernetes ${release}`,
  module: 'k8s.io/kubernetes',
  version: `v${release}`,
  packages: {
    'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
    'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
    'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
    // The release that this Kubernetes is made with.
    etcd: 'go.etcd.io/etcd/server/v3',
  },
  staging: {
    modules: staging.map((name) => `k8s.io/${name}`),
    version: `v${release.replace(/^1/, '0')}`,
  },
  // Without what a debugger reads they link in half the time.
  flags: ['-trimpath', `-ldflags=-s -w ${versionFlags.join(' ')}`],
  go: '1.25.0',
  otherwise: `install Go 1.25 or later, or the programs of Kubernetes ${release} and etcd 3.6 on PATH`,
};

/** What `--version` begins with. */
const expected = {
  'kube-apiserver': `Kubernetes v${release}`,
  'kube-controller-manager': `Kubernetes v${release}`,
  'kube-scheduler': `Kubernetes v${release}`,
  etcd: 'etcd Version: 3.6.',
};
type Program = keyof typeof expected;
const names = Object.keys(expected) as Program[];

/** A control plane: from PATH, else from our cache, else built from its Go modules into our cache. */
export const kubernetes: Part<Program> = {
  name: `Kubernetes ${release}`,
  async find() {
    const found = await Promise.all(names.map(find));
    if (found.includes(undefined)) return undefined;
    return Object.fromEntries(names.map((name, i) => [name, found[i]])) as Record<Program, string>;
  },
  async bring(say) {
    say('A control plane takes minutes to build, once.');
    await buildGoPrograms(programs, say);
    const brought = await kubernetes.find();
    if (!brought) {
      const file = builtProgram(programs, 'kube-apiserver');
      throw new UserError(`${file} does not run on this machine; ${programs.otherwise}.`);
    }
    return brought;
  },
};

async function find(name: Program): Promise<string | undefined> {
  for (const file of [onPath([name]), builtProgram(programs, name)]) {
    if (file === undefined) continue;
    const { status, output } = await runProgram(file, ['--version']);
    if (status === 0 && output.startsWith(expected[name])) return file;
  }
  return undefined;
}
