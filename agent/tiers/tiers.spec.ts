import { Account } from '../accounting/account';
import type { Collector } from '../collectors/collector';
import { parseRulesFile } from '../grouping/rules-file';
import { Observer } from '../observation/observer';
import { type Fault, FixtureKernelFiles } from '../testdata/fixture-kernel-files';
import { createTiers } from './index';
import { noTiers, needThreads, type WantedTiers } from './wanted-tiers';

/** The fixture machine with tiers, pass by pass; values by series of the last one. */
function watch(wanted: Partial<WantedTiers>, { threads = true, rules = everybody } = {}) {
  const files = new FixtureKernelFiles();
  const tiers = { ...noTiers, ...wanted };
  let nowMs = 0;
  const mounts = { procfs: '/proc', cgroupRoot: '/cgroup', threads: threads || needThreads(tiers) };
  const observer = new Observer(files, mounts, () => nowMs);
  const account = new Account({
    rules: parseRulesFile(rules, 'f'),
    threads,
    zeroForMs: 0,
    maxGroups: Infinity,
    maxThreadsPerGroup: Infinity,
    maxThreads: Infinity,
    forgetAfterMs: 120_000,
  });
  const collectors: readonly Collector[] = createTiers(
    files,
    { procfs: '/proc', tiers, threads },
    0,
  );
  const passUnseen = (moment: string, seconds = 60) => {
    nowMs += seconds * 1000;
    files.moment = moment;
    return account.update(observer.observe());
  };
  return {
    files,
    deny: (path: string, fault: Fault = 'EACCES') => files.faults.set(path, fault),
    /** A pass of which tiers are not told. */
    passUnseen,
    /** A pass that reads everything, unless it comes soon after another. */
    pass: (moment: string, seconds = 60) => {
      const snapshot = passUnseen(moment, seconds);
      const values = new Map<string, number>();
      for (const { collect } of collectors) {
        for (const { family, samples } of collect(snapshot)) {
          const name = family.name.replace('namedprocess_namegroup_', '');
          for (const { labelValues, value } of samples) {
            values.set([name, ...labelValues].join(' '), value);
          }
        }
      }
      const complete = new Map(collectors.map(({ name, isComplete }) => [name, isComplete?.()]));
      const of = (name: string) =>
        Object.fromEntries(
          [...values].flatMap(([key, value]) =>
            key.startsWith(`${name} `) ? [[key.slice(name.length + 1), value]] : [],
          ),
        );
      return { of, complete };
    },
  };
}

const everybody = 'process_names: [{cmdline: [.], name: "{{.ExeBase}}"}]';

describe('io', () => {
  it('counts what was read and written since the first pass, by group and by thread', () => {
    const { pass } = watch({ io: true });
    expect(pass('0s').of('write_bytes_total').kubelet).toBe(0);
    const { of, complete } = pass('15s');
    expect(of('read_bytes_total').kubelet).toBe(8192);
    expect(of('write_bytes_total').kubelet).toBe(40_960);
    // Its threads show 4096 and 0 + 4096 + 8192; the rest was of threads that ended.
    expect(of('thread_io_bytes_total')).toMatchObject({
      'kubelet kubelet read': 4096,
      'kubelet kubelet write': 12_288,
      'kubelet (exited) read': 4096,
      'kubelet (exited) write': 28_672,
    });
    expect(complete.get('io')).toBe(true);
  });

  it('is absent where it is denied, and zero nowhere', () => {
    const { pass, deny } = watch({ io: true });
    deny('/proc/700/io');
    for (const tid of [700, 701, 702]) deny(`/proc/700/task/${tid}/io`);
    pass('0s');
    const { of, complete } = pass('15s');
    expect(of('read_bytes_total')).not.toHaveProperty('kubelet');
    expect(of('read_bytes_total')).toHaveProperty('crio');
    expect(Object.keys(of('thread_io_bytes_total')).join()).not.toContain('kubelet');
    expect(complete.get('io')).toBe(false);
  });

  it('stays where it is while it is denied for a time', () => {
    const { pass, deny, files } = watch({ io: true });
    pass('0s');
    deny('/proc/700/io');
    expect(pass('15s').of('read_bytes_total').kubelet).toBe(0);
    files.faults.clear();
    files.moment = '0s';
    pass('0s');
    expect(pass('15s').of('read_bytes_total').kubelet).toBe(8192);
  });

  it('has nothing by thread with --threads=false, or where a rule says so', () => {
    for (const options of [
      { threads: false },
      { rules: 'process_names: [{cmdline: [.], threads: false}]' },
    ]) {
      const { pass } = watch({ io: true }, options);
      pass('0s');
      const { of } = pass('15s');
      expect(of('read_bytes_total').kubelet).toBe(8192);
      expect(of('thread_io_bytes_total')).toEqual({});
    }
  });
});

describe('context switches', () => {
  it('of a group are those of its threads, with or without families by thread', () => {
    for (const threads of [true, false]) {
      const { pass } = watch({ contextSwitches: true }, { threads });
      pass('0s');
      const { of } = pass('15s');
      expect(of('context_switches_total')).toMatchObject({
        'kubelet voluntary': 3 + 4 + 5,
        'kubelet nonvoluntary': 3,
      });
      expect('kubelet kubelet voluntary' in of('thread_context_switches_total')).toBe(threads);
    }
  });
});

describe('wait channels', () => {
  it('are those of all threads; what reads 0 has none', () => {
    const { of, complete } = watch({ wchan: true }).pass('0s');
    expect(of('threads_wchan')).toMatchObject({ 'kubelet ep_poll': 2, 'crio ep_poll': 1 });
    expect(complete.get('wchan')).toBe(true);
  });

  it('are denied when all read 0', () => {
    const { pass, files } = watch({ wchan: true });
    const read = files.read.bind(files);
    files.read = (kind, path) => (kind === 'task_wchan' ? Buffer.from('0') : read(kind, path));
    const { of, complete } = pass('0s');
    expect(of('threads_wchan')).toEqual({});
    expect(complete.get('wchan')).toBe(false);
  });
});

describe('descriptors', () => {
  it('are summed in a group, and the process nearest to its limit counts', () => {
    const { of } = watch({ descriptors: true }).pass('0s');
    expect(of('open_filedesc')).toMatchObject({ kubelet: 4, crio: 2 });
    expect(of('worst_fd_ratio')).toMatchObject({ kubelet: 4 / 1024, crio: 2 / 8, node: 0 });
  });

  it('of a group are absent when those of one process are denied', () => {
    const { pass, deny } = watch({ descriptors: true });
    deny('/proc/700/fd');
    const { of, complete } = pass('0s');
    expect(of('open_filedesc')).not.toHaveProperty('kubelet');
    expect(of('open_filedesc')).toHaveProperty('crio');
    expect(complete.get('descriptors')).toBe(false);
  });
});

describe('memory', () => {
  it('in swap space is read while some is in use', () => {
    const { pass, files } = watch({});
    expect(pass('0s').of('memory_bytes')).toMatchObject({ 'kubelet swapped': 70 * 1024 });
    expect(files.counts.get('pid_status')?.ok).toBeGreaterThan(0);
  });

  it('is zero for everybody, and nobody is asked, while none is in use', () => {
    const { pass, files } = watch({});
    const none = Buffer.from('MemTotal: 1 kB\nSwapTotal: 1000 kB\nSwapFree: 1000 kB\n');
    const read = files.read.bind(files);
    files.read = (kind, path) => (kind === 'meminfo' ? none : read(kind, path));
    expect(pass('0s').of('memory_bytes')).toMatchObject({ 'kubelet swapped': 0 });
    expect(files.counts.get('pid_status')?.ok).toBe(0);
  });

  it('with shared pages divided is there when it is asked for, and absent where it is denied', () => {
    const { pass, deny } = watch({ smaps: true });
    deny('/proc/800/smaps_rollup');
    const { of, complete } = pass('0s');
    expect(of('memory_bytes')).toMatchObject({
      'kubelet proportionalResident': 700 * 1024,
      'kubelet proportionalSwapped': 8 * 1024,
    });
    expect(of('memory_bytes')).not.toHaveProperty('crio proportionalResident');
    expect(complete.get('smaps')).toBe(false);
  });
});

describe('the stat files of threads', () => {
  it('tell the state of each thread once, and page faults, those of ended threads included', () => {
    const { pass } = watch({ threadStat: true });
    expect(pass('0s').of('states')).toMatchObject({
      'kubelet Sleeping': 3,
      'kubelet Running': 0,
    });
    const { of } = pass('15s');
    expect(of('thread_minor_page_faults_total')).toMatchObject({
      'kubelet kubelet': 0,
      'kubelet (exited)': 14,
    });
    expect(of('thread_major_page_faults_total')['kubelet (exited)']).toBe(4);
  });

  it('are read of a thread that is new to the tier and that the pass left as it was', () => {
    const { pass, passUnseen, files } = watch({ threadStat: true });
    passUnseen('0s');
    const read = files.read.bind(files);
    files.read = (kind, path) => {
      const found = read(kind, path);
      if (path !== '/proc/700/task/701/stat' || typeof found === 'string') return found;
      return Buffer.from(found.toString('latin1').replace(') S ', ') D '), 'latin1');
    };
    expect(pass('0s').of('states')).toMatchObject({ 'kubelet Sleeping': 2, 'kubelet Waiting': 1 });
  });
});

test('a tier that nobody wants reads nothing', () => {
  const { pass, files } = watch({});
  pass('0s');
  pass('15s');
  const kinds = ['pid_io', 'pid_fd', 'pid_limits', 'pid_smaps_rollup', 'task_status', 'task_io'];
  for (const kind of [...kinds, 'task_wchan'] as const) {
    const counts = files.counts.get(kind as Parameters<typeof files.counts.get>[0]);
    expect(counts).toEqual({ ok: 0, gone: 0, denied: 0, refused: 0 });
  }
});
