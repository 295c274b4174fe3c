import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../project-folder';
import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';
import { cacheFolder } from './cache-folder';
import { isProgram } from './on-path';
import type { Part } from './part';

/** The Kubernetes of OpenShift 4.22, which is the first that the console plugin is for. */
export const kubernetesVersion = '1.35.4';

/** Its go.mod names the modules and go.sum their sums; the programs are its tools. */
const goModule = path.join(projectFolder, 'integration-tests', 'cluster', 'control-plane');

const packages = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
} as const;

type Program = keyof typeof packages;
const names = Object.keys(packages) as Program[];

/**
 * The control plane of a real Kubernetes: from our cache, else built from its Go modules into our cache,
 * which takes many minutes and some gigabytes of Go's own cache.
 */
export const kubernetes: Part<Program> = {
  name: `Kubernetes ${kubernetesVersion}`,
  find() {
    const found = programsIn(cached());
    return Promise.resolve(names.every((name) => isProgram(found[name])) ? found : undefined);
  },
  async bring(say) {
    await mkdir(cacheFolder(), { recursive: true });
    // Everything half-done stays in here, and another run at the same time has its own.
    const work = await mkdtemp(path.join(cacheFolder(), 'bringing-'));
    try {
      for (const name of names) {
        say(`Building ${name} (Kubernetes ${kubernetesVersion}) from Go modules …`);
        await build(name, path.join(work, name));
      }
      await rm(cached(), { recursive: true, force: true });
      await rename(work, cached());
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    return programsIn(cached());
  },
};

function cached(): string {
  return path.join(cacheFolder(), `kubernetes-${kubernetesVersion}`);
}

function programsIn(folder: string): Record<Program, string> {
  return Object.fromEntries(names.map((name) => [name, path.join(folder, name)])) as Record<
    Program,
    string
  >;
}

/** What a release says of itself; without it the API server would be of no version. */
const stamps = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].flatMap((at) => {
  const [major, minor] = kubernetesVersion.split('.');
  return [
    `-X ${at}.gitVersion=v${kubernetesVersion}`,
    `-X ${at}.gitMajor=${major}`,
    `-X ${at}.gitMinor=${minor}`,
    `-X ${at}.gitTreeState=clean`,
  ];
});

async function build(name: Program, file: string): Promise<void> {
  const flags = name === 'etcd' ? ['-s', '-w'] : ['-s', '-w', ...stamps];
  const ended = await runProgram(
    'go',
    [
      'build',
      '-mod=readonly',
      '-trimpath',
      '-ldflags',
      flags.join(' '),
      '-o',
      file,
      packages[name],
    ],
    { cwd: goModule, env: { ...process.env, GOFLAGS: '', GOWORK: 'off' } },
  );
  if (ended.missing) throw cannotBring(name, 'there is no go here');
  if (ended.status !== 0) throw cannotBring(name, `go build failed (${lastLine(ended.output)})`);
}

function cannotBring(name: Program, why: string): UserError {
  return new UserError(
    `${name} of Kubernetes ${kubernetesVersion} cannot be built: ${why}; install Go 1.25 or later.`,
  );
}
