import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../../scripts/project-folder';
import { provideHelm, render, required } from './support/chart';
import { deepMerge } from './support/deep-merge';
import { type Manifest, ofKind, type PodTemplate } from './support/manifest';

beforeAll(provideHelm, 120_000);

interface BuildConfig {
  readonly spec: {
    readonly source: { readonly git: object; readonly sourceSecret?: object };
    readonly strategy: {
      readonly dockerStrategy: {
        readonly dockerfilePath: string;
        readonly buildArgs?: readonly { readonly name: string; readonly value: string }[];
      };
    };
    readonly output: { readonly to: { readonly kind: string; readonly name: string } };
    readonly triggers: readonly object[];
  };
}

const build = (values: object = {}, release = 'hp') =>
  render({
    release,
    values: deepMerge(
      required,
      {
        image: { repository: '' },
        build: { enabled: true, git: { uri: 'https://git.example.com/host-processes.git' } },
      },
      { build: values },
    ),
  });
const configOf = (manifests: readonly Manifest[]) =>
  ofKind<BuildConfig>(manifests, 'BuildConfig')[0]!;

function imagesOf(manifests: readonly Manifest[]): string[] {
  const pods = ['DaemonSet', 'Deployment', 'Job'].flatMap((kind) =>
    ofKind<{ spec: { template: PodTemplate } }>(manifests, kind).map(({ spec }) => spec.template),
  );
  const alone = ofKind<PodTemplate>(manifests, 'Pod');
  return [...pods, ...alone].flatMap(({ spec }) => spec.containers.map(({ image }) => image));
}

it('builds into its ImageStream what every pod runs', async () => {
  const manifests = await build();
  const { kind, name } = configOf(manifests).spec.output.to;
  const [stream] = ofKind<object>(manifests, 'ImageStream');
  expect([kind, name.split(':')[0]]).toEqual(['ImageStreamTag', stream?.metadata.name]);
  const images = imagesOf(manifests);
  expect(images.length).toBe(5);
  const inCluster = 'image-registry.openshift-image-registry.svc:5000/host-processes';
  expect(new Set(images)).toEqual(new Set([`${inCluster}/${name}`]));
});

it('begins as soon as it is made, from the Containerfile of that source', async () => {
  const { source, strategy, triggers } = configOf(await build()).spec;
  expect(triggers).toEqual([{ type: 'ConfigChange' }]);
  expect(source).toEqual({
    type: 'Git',
    git: { uri: 'https://git.example.com/host-processes.git', ref: 'main' },
  });
  expect(strategy.dockerStrategy).toEqual({ dockerfilePath: 'Containerfile' });
});

it('hands over bases that the Containerfile asks for, and the secret of a private repository', async () => {
  const config = configOf(
    await build({ builderImage: 'a', baseImage: 'b', git: { secret: 'reader' } }),
  );
  const args = config.spec.strategy.dockerStrategy.buildArgs ?? [];
  expect(args.map(({ value }) => value)).toEqual(['a', 'b']);
  const containerfile = readFileSync(path.join(projectFolder, 'Containerfile'), 'utf8');
  for (const { name } of args) {
    expect(containerfile).toMatch(new RegExp(`^ARG ${name}=`, 'm'));
    expect(containerfile).toContain(`FROM \${${name}}`);
  }
  expect(config.spec.source.sourceSecret).toEqual({ name: 'reader' });
});

it('makes another image, by another BuildConfig, of another source or base, and of nothing else', async () => {
  const [first, ...others] = await Promise.all(
    [{}, { git: { ref: 'v2' } }, { baseImage: 'b' }, { resources: null }].map((values) =>
      build(values),
    ),
  );
  const nameOf = (manifests: readonly Manifest[]) => configOf(manifests).metadata.name;
  const isSame = others.map((other) => [
    nameOf(other) === nameOf(first!),
    imagesOf(other)[0] === imagesOf(first!)[0],
  ]);
  expect(isSame).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
});

it('is not there unless it is asked for', async () => {
  const kinds = (await render()).map(({ kind }) => kind);
  expect(kinds).not.toContain('BuildConfig');
  expect(kinds).not.toContain('ImageStream');
});
