import { performance } from 'node:perf_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { stop, urlOf } from '../https-server/listening';
import { SettingsError } from '../https-server/settings-error';
import { version } from '../package.json';
import { Account } from './accounting/account';
import { allCollectors } from './collectors/index';
import { runCollectors } from './collectors/run-collectors';
import { helpText } from './command-line/help-text';
import { manual } from './command-line/manual';
import { OptionError } from './command-line/option-error';
import { ComplaintsError } from './configuration/complaint';
import { ConfigurationFile, ConfigurationFileError } from './configuration/configuration-file';
import { createAgentRegistry } from './exposition/agent-registry';
import { shareFor } from './exposition/shared-pass';
import { contentType, TextFormat } from './exposition/text-format';
import { KernelProcessDetails } from './grouping/kernel-process-details';
import { rulesFromNames } from './grouping/name-mapping';
import { builtInRules, type GroupRule } from './grouping/rules';
import { RulesSource } from './grouping/rules-source';
import { LinuxKernelFiles } from './kernel-files/linux-kernel-files';
import { readMachine } from './observation/machine';
import { Observer } from './observation/observer';
import { readReservation } from './observation/reservation';
import { type Options, parseCommandLine } from './options';
import { serveMetrics } from './serving/metrics-server';
import { createTiers } from './tiers/index';
import { needThreads } from './tiers/wanted-tiers';

async function run(options: Options): Promise<void> {
  const files = new LinuxKernelFiles(options.descriptors);
  const rulesFile = openRulesFile(options);
  const { tiers } = options;
  const threads = options.threads || needThreads(tiers);
  const observer = new Observer(files, { ...options, threads }, monotonicMs);
  const account = new Account({
    ...options,
    rules: rulesFile?.rules ?? commandLineRules(options),
    grouping: {
      ...options,
      details: new KernelProcessDetails(files, options.procfs),
      debug: options.debug ? log : undefined,
    },
    zeroForMs: zeroForMs(options),
  });
  const useRules = (rules: readonly GroupRule[]) => {
    account.replaceRules(rules);
    observer.readEverything();
    log(`read ${rules.length} rules anew from ${options.configPath ?? ''}`);
  };
  const machine = readMachine(files, options.procfs);
  let failedPasses = 0;
  const collectors = allCollectors({
    machine,
    reservation: readReservation(files, options),
    files,
    failedPasses: () => failedPasses,
    reloadStatus: rulesFile && (() => rulesFile.status),
    tiers: createTiers(files, options, zeroForMs(options)),
    statesByThread: tiers.threadStat,
  });
  const textFormat = new TextFormat();
  const registry = createAgentRegistry(version, files, machine.pageBytes);
  const pass = async () => {
    rulesFile?.reloadIfChanged(useRules, log);
    observer.readTimes();
    // Whoever asks meanwhile whether we are alive is answered in between.
    await setImmediate();
    const observation = observer.readDetails();
    await setImmediate();
    return account.update(observation);
  };
  // Totals begin here, not at the first scrape.
  const first = await pass();
  await runCollectors(collectors, () => Promise.resolve(first), monotonicMs, log);

  const countedPass = async () => {
    try {
      return await pass();
    } catch (error) {
      failedPasses += 1;
      throw error;
    }
  };
  const gather = async () => {
    const families = await runCollectors(collectors, countedPass, monotonicMs, log);
    return textFormat.render(families, await registry.metrics());
  };
  if (options.onceToStdoutDelayMs > 0) {
    await setTimeout(options.onceToStdoutDelayMs);
    process.stdout.write(await gather());
    return;
  }
  // Before anybody can know that we are there: unhandled, the signal ends a process.
  process.on('SIGHUP', () => rulesFile?.reload(useRules, log));
  const scrape = shareFor(1000, monotonicMs, gather);
  const server = await serveMetrics({ ...options, contentType, scrape, log, nowMs: monotonicMs });
  log(`listening on ${urlOf(server)}`);
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(server));
}

function openRulesFile({ configPath }: Options): RulesSource | undefined {
  if (configPath === undefined) return undefined;
  return new RulesSource(new ConfigurationFile(configPath), () => Date.now() / 1000);
}

function commandLineRules({ procNames, nameMapping }: Options): readonly GroupRule[] {
  if (procNames === '' && nameMapping === '') return builtInRules;
  return rulesFromNames(procNames, nameMapping);
}

/** A tenth more than the interval: scrapes come a little early or late. */
function zeroForMs({ scrapeIntervalMs }: Options): number {
  return scrapeIntervalMs * 1.1;
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
    process.exitCode = isUsersMistake(error) ? 2 : 1;
  }
}

/** What a person can put right on the command line or in the file of rules: exit status 2. */
function isUsersMistake(error: unknown): boolean {
  return [OptionError, SettingsError, ConfigurationFileError, ComplaintsError].some(
    (kind) => error instanceof kind,
  );
}

void main(process.argv.slice(2));
