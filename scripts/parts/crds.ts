import path from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';

/** A Go module that carries definitions of resources, and its sum as go.sum has it. */
interface Carrier {
  readonly module: string;
  readonly sum: string;
  readonly files: readonly string[];
}

const carriers: readonly Carrier[] = [
  {
    module: 'github.com/openshift/api@v0.0.0-20260511191110-9b69e5fa27e9',
    sum: 'h1:yb8ul1HPFYhO04yp0D8T/qSySZnKv210f4nE//i/Bdg=',
    files: [
      'console/v1/zz_generated.crd-manifests/90_consoleplugins.crd.yaml',
      'operator/v1/zz_generated.crd-manifests/0000_50_console_01_consoles.crd.yaml',
      'security/v1/zz_generated.crd-manifests/0000_03_config-operator_01_securitycontextconstraints.crd.yaml',
    ],
  },
  {
    // What OpenShift 4.20 has.
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    sum: 'h1:M5xLCLEoaW2IJfnuCwFzzpL+jSVQu3KGT84Pye+fW8s=',
    files: [
      'example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml',
      'example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml',
    ],
  },
];

/**
 * The files that define the resources of OpenShift and prometheus-operator, from their Go modules in Go's
 * own cache.
 * @throws UserError in one sentence, when Go is missing or does not get them
 */
export async function crdFiles(): Promise<string[]> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'host-processes-crds-'));
  try {
    await writeFile(path.join(work, 'go.mod'), 'module host-processes/crds\n\ngo 1.24\n');
    const found: string[] = [];
    for (const { module, sum, files } of carriers) {
      const folder = await download(module, sum, work);
      found.push(...files.map((file) => path.join(folder, file)));
    }
    return found;
  } finally {
    await rm(work, { recursive: true });
  }
}

async function download(module: string, sum: string, cwd: string): Promise<string> {
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off' };
  const ended = await runProgram('go', ['mod', 'download', '-json', module], { cwd, env });
  if (ended.missing) throw cannotBring(module, 'there is no go here');
  if (ended.status !== 0) throw cannotBring(module, lastLine(ended.output));
  // What Go says about the way there comes before its answer.
  const answer = JSON.parse(ended.output.slice(ended.output.indexOf('{'))) as {
    Dir: string;
    Sum: string;
  };
  if (answer.Sum !== sum) throw cannotBring(module, `its sum is ${answer.Sum}, not ${sum}`);
  return answer.Dir;
}

function cannotBring(module: string, why: string): UserError {
  return new UserError(
    `The Go module ${module} cannot be brought: ${why}; install Go 1.25 or later.`,
  );
}
