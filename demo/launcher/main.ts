import { reportFailure } from '../../scripts/user-error';
import { startBusyRecord } from '../smoke/busy-record';
import { smoke } from '../smoke/smoke';
import { beginLifetime, Interrupted, type Lifetime } from './lifetime';
import { parseOptions, usage, type Options } from './options';
import { startDemo, type Demo } from './run-demo';

const say = (line: string) => console.log(line);

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) say(usage);
  else await run(options);
} catch (error) {
  reportFailure(error);
}

async function run(options: Options): Promise<void> {
  const lifetime = beginLifetime();
  try {
    await (options.smoke ? runSmoke(lifetime, options) : runForAPerson(lifetime, options));
  } finally {
    await lifetime.end();
  }
}

async function runSmoke(lifetime: Lifetime, options: Options): Promise<void> {
  // From before the agent's first look: whatever moment is judged, this record has both sides of it.
  const busy = startBusyRecord();
  lifetime.add(() => {
    busy.stop();
    return Promise.resolve();
  });
  const demo = await lifetime.during(startDemo(lifetime, options.port, say));
  say(await lifetime.during(smoke(lifetime, demo, busy, say)));
}

async function runForAPerson(lifetime: Lifetime, options: Options): Promise<void> {
  try {
    const demo = await lifetime.during(startDemo(lifetime, options.port, say));
    say(whatToLookAt(demo));
    await lifetime.during(new Promise<never>(() => undefined));
  } catch (error) {
    // Ctrl-C is how a person ends the demo.
    if (!(error instanceof Interrupted)) throw error;
    say('\nEnding everything that was started …');
  }
}

function whatToLookAt({ tabUrl, node }: Demo): string {
  return `
Open  ${tabUrl}

  CPU account     every class of ${node}'s CPU time; together they are what the machine is busy with
  CPU over time   grows by one point every 5 seconds; start something heavy and watch its class
  Who uses it     this machine's own process groups; (exited) is what ended before it could be read

Ctrl-C ends everything.`;
}
