import { performance } from 'node:perf_hooks';
import { stop, urlOf } from '../https-server/listening';
import { SettingsError } from '../https-server/settings-error';
import { version } from '../package.json';
import { Account } from './accounting/account';
import { allCollectors } from './collectors/index';
import { runCollectors } from './collectors/run-collectors';
import { createAgentRegistry } from './exposition/agent-registry';
import { shareFor } from './exposition/shared-pass';
import { contentType, renderFamilies } from './exposition/text-format';
import { builtInRules } from './grouping/rules';
import { LinuxKernelFiles } from './kernel-files/linux-kernel-files';
import { Observer } from './observation/observer';
import { readReservation } from './observation/reservation';
import { helpText, OptionError, type Options, parseCommandLine } from './options';
import { serveMetrics } from './serving/metrics-server';

async function run(options: Options): Promise<void> {
  const files = new LinuxKernelFiles();
  const observer = new Observer(files, options, monotonicMs);
  const account = new Account({
    ...options,
    rules: builtInRules,
    // A tenth more than the interval: scrapes come a little early or late.
    zeroForMs: options.scrapeIntervalMs * 1.1,
  });
  const collectors = allCollectors(readReservation(files, options));
  const registry = createAgentRegistry(version, files.counts);
  const pass = () => account.update(observer.observe());
  // Totals begin here, not at the first scrape.
  pass();

  const scrape = shareFor(1000, monotonicMs, async () => {
    const families = runCollectors(collectors, pass, monotonicMs, log);
    return renderFamilies(families) + (await registry.metrics());
  });
  const server = await serveMetrics({ ...options, contentType, scrape, log, nowMs: monotonicMs });
  log(`listening on ${urlOf(server)}`);
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(server));
}

function monotonicMs(): number {
  return performance.now();
}

function log(message: unknown): void {
  process.stderr.write(
    `host-processes-agent: ${message instanceof Error ? message.message : String(message)}\n`,
  );
}

async function main(args: readonly string[]): Promise<void> {
  try {
    const command = parseCommandLine(args, process.env);
    if (command.kind === 'help') process.stdout.write(helpText());
    else if (command.kind === 'version') process.stdout.write(`${version}\n`);
    else await run(command.options);
  } catch (error) {
    log(error);
    process.exitCode = error instanceof OptionError || error instanceof SettingsError ? 2 : 1;
  }
}

void main(process.argv.slice(2));
