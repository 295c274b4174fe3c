import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { chartFolder } from '../../../../scripts/chart/files';
import { helm3, helm4 } from '../../../../scripts/parts/helm';
import { provide } from '../../../../scripts/parts/part';
import { type Ended, runProgram } from '../../../../scripts/run-program';
import type { Manifest } from './manifest';

/** What is rendered: values, and what Helm takes from the command line and from the cluster. */
export interface Rendering {
  readonly values?: object;
  readonly release?: string;
  readonly namespace?: string;
  readonly kubeVersion?: string;
  readonly args?: readonly string[];
}

/** The values without which nothing renders. */
export const required = {
  image: { repository: 'registry.example.com/host-processes' },
  auth: { existingSecret: 'host-processes-bearer' },
};

export const helmReleases = [helm3.name, helm4.name] as const;
export type HelmRelease = (typeof helmReleases)[number];

const programs = new Map<HelmRelease, string>();

/** For `beforeAll`: brings both, which takes a download on a fresh machine. */
export async function provideHelm(): Promise<void> {
  for (const part of [helm3, helm4]) {
    programs.set(part.name, (await provide(part, () => undefined)).helm);
  }
}

/** Runs a command of Helm on the chart, away from this machine's clusters and settings. */
export async function runHelm(
  release: HelmRelease,
  args: readonly string[],
  values: object = {},
): Promise<Ended> {
  const program = programs.get(release);
  if (program === undefined) throw new Error('provideHelm() comes first.');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'helm-'));
  try {
    const file = path.join(folder, 'values.yaml');
    writeFileSync(file, JSON.stringify(values));
    const env = { PATH: process.env.PATH, HOME: folder, KUBECONFIG: path.join(folder, 'none') };
    return await runProgram(program, [...args, '--values', file], { env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `helm template`, as it ended. */
export function template(helm: HelmRelease, rendering: Rendering = {}): Promise<Ended> {
  const { release = 'hp', namespace = 'host-processes', kubeVersion = '1.35.0' } = rendering;
  const flags = ['--namespace', namespace, '--kube-version', kubeVersion];
  const args = ['template', release, chartFolder, ...flags, ...(rendering.args ?? [])];
  return runHelm(helm, args, rendering.values ?? required);
}

/** The rendered text; @throws Error with what Helm says when it refuses */
export async function renderText(helm: HelmRelease, rendering: Rendering = {}): Promise<string> {
  const { status, output } = await template(helm, rendering);
  if (status !== 0) throw new Error(output);
  return output;
}

const rendered = new Map<string, Promise<Manifest[]>>();

/** The rendered objects, by the newer Helm; every test of a file that asks for the same gets the same. */
export function render(rendering: Rendering = {}): Promise<Manifest[]> {
  const key = JSON.stringify(rendering);
  const known = rendered.get(key) ?? renderText(helm4.name, rendering).then(parseManifests);
  rendered.set(key, known);
  return known;
}

/** @throws Error when the text is no YAML, or has a key twice */
export function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text, { uniqueKeys: true }).flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0] as Error;
    const manifest = document.toJS() as Manifest | null;
    return manifest ? [manifest] : [];
  });
}
