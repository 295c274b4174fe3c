import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { provide } from '../../scripts/parts/part';
import { processExporter } from '../../scripts/parts/process-exporter';
import { type Exporter, startExporter } from './exporter';

/**
 * Starts the real process-exporter with every process in the group of its own name.
 * @param flags beside those that say so
 */
export async function startProcessExporter(
  lifetime: Lifetime,
  procsFiles: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Exporter> {
  const program = await provide(processExporter, (line) => console.log(line));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'process-exporter-'));
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const config = path.join(folder, 'config.yaml');
  await writeFile(config, `process_names:\n  - name: "{{.Comm}}"\n    cmdline: [".+"]\n`);
  return startExporter(lifetime, {
    name: 'process-exporter',
    file: program.processExporter,
    args: (address) => [`-config.path=${config}`, `-web.listen-address=${address}`, ...flags],
    procsFiles,
  });
}
