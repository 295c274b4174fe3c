import { useKnownFront } from './known-front';
import { recordedAt, scrapesBefore } from './known-series';
import { run } from './program';
import { goodToken } from './tls-front';

// Command lines of the prototype's script and of prom, as people have them in their notes and pipelines.
// What they add is the authority: the ancestors trusted everybody.
const known = useKnownFront();

const ask = (...args: string[]) => run([...args, '--ca-file', known.authority.caFile]);
const isoTime = () => new Date(known.cluster.endMs).toISOString().slice(0, 19);

/** What the recorded series did in the last scrapes. */
function figures(scrapes: number, factor = 1): number[] {
  const values = Array.from({ length: scrapes }, (_, i) => factor * recordedAt(scrapesBefore - i));
  const sum = values.reduce((all, value) => all + value, 0);
  return [sum / values.length, Math.min(...values), Math.max(...values)];
}

/** Lines of CSV; the names here hold commas, so that figures are the last three. */
function linesOf(csv: string): { name: string; figures: number[] }[] {
  return csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const match = /^(.*),([^,]*),([^,]*),([^,]*)$/.exec(line);
      return { name: match?.[1] ?? '', figures: (match?.slice(2) ?? []).map(Number) };
    });
}

function closeTo(values: readonly number[]) {
  return values.map((value) => expect.closeTo(value, 9) as number);
}

describe("the prototype's script", () => {
  it.each([
    ['HOST TOKEN', [] as string[], 'avg_cores'],
    ['HOST TOKEN INTERVAL', ['30m'], 'avg_cores'],
  ])('%s exports in our columns', async (_name, rest, column) => {
    const { status, stdout } = await ask(known.front.host, goodToken, ...rest);
    expect(status).toBe(0);
    expect(stdout.split('\r\n')[0]).toContain(column);
    expect(stdout).toContain('kubelet.service');
  });

  it('HOST TOKEN INTERVAL TIME SKIP... --legacy gives its columns, names and numbers', async () => {
    const args = [known.front.host, goodToken, '30m', isoTime(), 'stress-.*', 'oslat'];
    const { status, stdout, stderr } = await ask(...args, '--legacy');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\r\n')[0]).toBe('name,avg over 30m,min over 30m,max over 30m');
    const host = figures(120);
    const pod = figures(120, 1e-5);
    expect(linesOf(stdout)).toEqual([
      { name: `"{'groupname': ""it's"", 'instance': 'worker-0'}"`, figures: closeTo(host) },
      { name: `"{'groupname': 'kubelet', 'instance': 'worker-0'}"`, figures: closeTo(host) },
      { name: `"{'namespace': 'shop', 'pod': 'web'}"`, figures: closeTo(pod) },
    ]);
  });

  it('leaves out the namespaces that follow the time', async () => {
    const { stdout } = await ask(known.front.host, goodToken, '30m', isoTime(), 'sh.*', '--legacy');
    expect(stdout).not.toContain('shop');
    expect(stdout).toContain('kubelet');
  });
});

describe('prom metrics', () => {
  const prom = (...args: string[]) =>
    ask('metrics', '-h', known.front.host, '-t', goodToken, '-T', isoTime(), ...args);

  it('gives its columns and names with --legacy', async () => {
    const { stdout } = await prom('--legacy', '-i', '30m');
    expect(stdout.split('\r\n')[0]).toBe('uniqueId,avg over 30m,min over 30m,max over 30m');
    expect(linesOf(stdout).map(({ name }) => name)).toEqual([
      "it's:worker-0",
      'kubelet:worker-0',
      'shop:web',
    ]);
  });

  it.each([
    [['-m', 'infra'], ['shop:web']],
    [
      ['--metric-type', 'housekeeping'],
      ["it's:worker-0", 'kubelet:worker-0'],
    ],
    [
      ['-S', 'shop'],
      ["it's:worker-0", 'kubelet:worker-0'],
    ],
    [
      ['--skip-namespaces', 'shop', '--sort-by', 'max', '--head'],
      ["it's:worker-0", 'kubelet:worker-0'],
    ],
    [['-s', 'min', '--last'], ['shop:web']],
    [
      ['-s', 'avg', '--tail'],
      ["it's:worker-0", 'kubelet:worker-0', 'shop:web'],
    ],
  ])('%j', async (args, names) => {
    const { status, stdout } = await prom('--legacy', '-o', 'json', ...args);
    expect(status).toBe(0);
    expect(Object.keys(JSON.parse(stdout) as object).sort()).toEqual([...names].sort());
  });

  it('--first is one row', async () => {
    const { stdout } = await prom('--legacy', '-s', 'max', '--first', '-o', 'yaml');
    expect(stdout.split('\n')[0]).toMatch(/:worker-0:$/);
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
  });

  it.each(['csv', 'json', 'yaml'])('writes %s of our rows, too', async (format) => {
    const { status, stdout } = await prom('-o', format, '-m', 'housekeeping');
    expect(status).toBe(0);
    expect(stdout).toContain('avg_cores');
  });
});

it('what the prototype could not show is said to be so', async () => {
  const { status, stdout, stderr } = await ask(
    known.front.host,
    goodToken,
    '--legacy',
    '-m',
    'kernel',
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toBe('prometheus-csv: The prototype had no view kernel; leave --legacy out.\n');
});
