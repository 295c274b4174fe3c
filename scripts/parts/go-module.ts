import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';
import { cacheFolder } from './cache-folder';
import type { Say } from './part';

/** Programs that are built from one Go module. */
export interface GoPrograms {
  /** As people call it, with its version. */
  readonly name: string;
  readonly module: string;
  /** Of the module, with its v. */
  readonly version: string;
  /** Import path of each package, by the name of its program. */
  readonly packages: Readonly<Record<string, string>>;
  /** Modules that the module's own go.mod takes from its repository, with the version of their releases. */
  readonly staging?: { readonly modules: readonly string[]; readonly version: string };
  /** More arguments of `go build`. */
  readonly flags: readonly string[];
  /** Oldest release of Go that builds it. */
  readonly go: string;
  /** How else a person gets it. */
  readonly otherwise: string;
}

/** Where `buildGoPrograms` puts a program. */
export function builtProgram({ module, version }: GoPrograms, program: string): string {
  return path.join(cacheFolder(), `${path.basename(module)}-${version.slice(1)}`, program);
}

/**
 * Builds programs into our cache, in a module of our own: `go install` would ask for lists of versions that
 * not every proxy has.
 * @throws UserError in one sentence
 */
export async function buildGoPrograms(wanted: GoPrograms, say: Say): Promise<void> {
  const { name, packages, flags } = wanted;
  say(`Building ${name} …`);
  await mkdir(cacheFolder(), { recursive: true });
  // Everything half-done stays in here, and another run at the same time has its own.
  const work = await mkdtemp(path.join(cacheFolder(), 'bringing-'));
  try {
    await writeFile(path.join(work, 'go.mod'), manifestOf(wanted));
    for (const [program, importPath] of Object.entries(packages)) {
      const file = path.join(work, program);
      const args = ['build', '-mod=mod', ...flags, '-o', file, importPath];
      const env = { ...process.env, GOFLAGS: '', GOWORK: 'off' };
      const ended = await runProgram('go', args, { cwd: work, env });
      if (ended.missing) throw cannotBuild(wanted, 'there is no go here');
      if (ended.status !== 0) {
        throw cannotBuild(wanted, `go build failed (${lastLine(ended.output)})`);
      }
      await mkdir(path.dirname(builtProgram(wanted, program)), { recursive: true });
      await rename(file, builtProgram(wanted, program));
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function manifestOf({ module, version, go, staging }: GoPrograms): string {
  const replaced = (staging?.modules ?? []).map(
    (name) => `replace ${name} => ${name} ${staging?.version ?? ''}`,
  );
  const lines = ['module host-processes/parts', `go ${go}`, `require ${module} ${version}`];
  return [...lines, ...replaced, ''].join('\n');
}

function cannotBuild({ name, otherwise }: GoPrograms, why: string): UserError {
  return new UserError(`${name} cannot be brought: ${why}; ${otherwise}.`);
}
