import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LinuxKernelFiles } from '../kernel-files/linux-kernel-files';
import { parsePidStat } from '../procfs/pid-stat';
import { cgroupNode } from './cgroup-node';
import { readThreads } from './threads';
import { type TrackedProcess, trackedProcess } from './tracked-process';

const tids = [70, 71, 72, 73, 74];

let folder: string;
let files: LinuxKernelFiles;
let pass: number;
let ticks: Map<number, number>;
let starttimeOf71: number;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'threads-'));
  files = new LinuxKernelFiles();
  pass = 0;
  starttimeOf71 = 100;
  ticks = new Map(tids.map((tid) => [tid, 0]));
  for (const tid of tids) fs.mkdirSync(`${folder}/70/task/${tid}`, { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const statOf = (pid: number, utimeTicks: number) =>
  `${pid} (t${pid}) S 1 70 70 0 -1 64 0 0 0 0 ${utimeTicks} 0 0 0 20 0 ${tids.length} 0 ${pid === 71 ? starttimeOf71 : 100} 0 1\n`;

function write(processTicks: number): void {
  fs.writeFileSync(`${folder}/70/stat`, statOf(70, processTicks));
  for (const [tid, used] of ticks) {
    fs.writeFileSync(`${folder}/70/task/${tid}/stat`, statOf(tid, used));
  }
}

function aProcess(): TrackedProcess {
  write(0);
  const stat = fs.readFileSync(`${folder}/70/stat`);
  return trackedProcess(
    files.keep('pid_stat', `${folder}/70/stat`),
    `${folder}/70`,
    parsePidStat(stat, stat.length, '/proc/70/stat'),
    cgroupNode(files, ''),
  );
}

/** A pass in which threads used ticks, and their process so many; answers how many threads were read. */
function passWith(
  process: TrackedProcess,
  used: Record<number, number>,
  ofProcess: number,
): number {
  pass += 1;
  for (const [tid, more] of Object.entries(used)) {
    ticks.set(Number(tid), (ticks.get(Number(tid)) ?? 0) + more);
  }
  process.utimeTicks += ofProcess;
  write(process.utimeTicks);
  const before = files.counts.get('task_stat')?.ok ?? NaN;
  readThreads(files, process, pass, false);
  return (files.counts.get('task_stat')?.ok ?? NaN) - before;
}

const seenTicks = (process: TrackedProcess) =>
  [...process.threads.values()].map(({ utimeTicks }) => utimeTicks);

test('where the threads that moved last time explain the process, the others are not read', () => {
  const process = aProcess();
  expect(passWith(process, {}, 0)).toBe(5);
  expect(passWith(process, { 71: 6, 72: 4 }, 10)).toBe(5);
  expect(passWith(process, { 71: 4, 72: 8 }, 12)).toBe(2);
  expect(process.threadsComplete).toBe(false);
  expect(seenTicks(process)).toEqual([0, 10, 12, 0, 0]);
});

test('as long as the process used no more than rounding may hide in its threads, none is read', () => {
  const process = aProcess();
  expect(passWith(process, {}, 0)).toBe(5);
  expect(passWith(process, { 71: 8 }, 8)).toBe(0);
  expect(process.threadsAwaited).toBe(true);
  expect(passWith(process, { 72: 1 }, 1)).toBe(5);
  expect(process.threadsAwaited).toBe(false);
  expect(seenTicks(process)).toEqual([0, 8, 1, 0, 0]);
});

test('after an exec they are read, however little it used', () => {
  const process = aProcess();
  passWith(process, {}, 0);
  process.comm = 'another';
  expect(passWith(process, { 70: 1 }, 1)).toBe(5);
});

test('a tick that is missing is a rounding, a second one is another thread', () => {
  const process = aProcess();
  passWith(process, { 71: 12 }, 12);
  passWith(process, { 71: 12 }, 12);
  expect(passWith(process, { 71: 11, 73: 1 }, 12)).toBe(1);
  expect(passWith(process, { 71: 11, 73: 1 }, 12)).toBe(5);
  expect(process.threadsComplete).toBe(true);
  expect(seenTicks(process)).toEqual([0, 46, 0, 2, 0]);
});

test('a tid that another thread has now: the others are read, and the folder is listed', () => {
  const process = aProcess();
  passWith(process, { 71: 10 }, 10);
  passWith(process, { 71: 10 }, 10);
  const before = process.threads.get(71);
  starttimeOf71 = 200;
  ticks.set(71, 0);
  expect(passWith(process, { 71: 1, 72: 9 }, 10)).toBe(6);
  expect(process.threads.get(71)).not.toBe(before);
  expect(process.threads.get(71)).toMatchObject({ utimeTicks: 1, starttimeTicks: 200 });
  expect(process.threadsComplete).toBe(true);
});

test('threads that move have the first claim on descriptors, also when all are read in every pass', () => {
  files = new LinuxKernelFiles(2);
  const process = aProcess();
  for (let i = 0; i < 8; i++) {
    files.beginPass();
    passWith(process, { 73: 5, 74: 5 }, 20);
  }
  files.beginPass();
  const { open } = files.calls;
  expect(passWith(process, { 73: 5, 74: 5 }, 10)).toBe(2);
  expect(files.calls.open - open).toBe(0);
});
