import { performance } from 'node:perf_hooks';
import { version } from '../package.json';
import { Account } from './accounting/account';
import { allCollectors } from './collectors/index';
import { runCollectors } from './collectors/run-collectors';
import { helpText } from './command-line/help-text';
import { manual } from './command-line/manual';
import { OptionError } from './command-line/option-error';
import { createAgentRegistry } from './exposition/agent-registry';
import { serve, urlOf } from './exposition/http-server';
import { shareFor } from './exposition/shared-pass';
import { contentType, renderFamilies } from './exposition/text-format';
import { builtInRules } from './grouping/rules';
import { LinuxKernelFiles } from './kernel-files/linux-kernel-files';
import { Observer } from './observation/observer';
import { readReservation } from './observation/reservation';
import { type Options, parseCommandLine } from './options';

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
  const { listenAddress, telemetryPath } = options;
  const server = await serve({ listenAddress, telemetryPath, contentType, scrape, onError: log });
  log(`listening on ${urlOf(server)}`);

  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
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
    else if (command.kind === 'man') process.stdout.write(manual);
    else if (command.kind === 'version') process.stdout.write(`${version}\n`);
    else await run(command.options);
  } catch (error) {
    log(error);
    process.exitCode = error instanceof OptionError ? 2 : 1;
  }
}

void main(process.argv.slice(2));
