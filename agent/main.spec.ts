import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// The agent as people start it, on this machine's own /proc.

let folder: string;
const started: ChildProcess[] = [];

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agent-'));
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  fs.rmSync(folder, { recursive: true });
});

function start(...args: string[]) {
  const main = path.join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const output = { stdout: '', stderr: '' };
  const waiting: (() => void)[] = [];
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  /** Resolves with what matched on stderr. */
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const match = pattern.exec(output.stderr);
        if (match) resolve(match);
      };
      waiting.push(look);
      look();
    });
  return { child, output, ended, says };
}

function writeRules(name: string, text: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}

test('a bad file of rules ends it with every complaint and status 2', async () => {
  const file = writeRules('bad.yml', 'process_names: [{comm: a, x: 1}]\n');
  const { ended, output } = start(`-config.path=${file}`);
  expect(await ended).toBe(2);
  expect(output.stderr).toContain(`${file}:1:24: process_names[0].comm: expects a list`);
  expect(output.stderr).toContain(`${file}:1:27: process_names[0].x: is not known here`);
}, 60_000);

test('once to stdout: the exposition, and an end', async () => {
  const { ended, output } = start('-once-to-stdout-delay=10ms', '-procnames=node,MainThread');
  expect(await ended).toBe(0);
  expect(output.stdout).toMatch(/^hostproc_cpu_seconds_total\{/m);
  expect(output.stdout).toMatch(/^process_cpu_seconds_total /m);
  expect(output.stdout).not.toContain('hostproc_config_last_reload');
  expect(output.stderr).not.toContain('listening');
}, 60_000);

test('SIGHUP takes new rules, keeps the old ones before a bad file, and metrics say so', async () => {
  const all = (name: string) => `process_names: [{cmdline: ['.*'], name: ${name}}]\n`;
  const file = writeRules('rules.yml', all('before'));
  const { child, says } = start('-config.path', file, '-web.listen-address=127.0.0.1:0');
  const [, url = ''] = await says(/listening on (\S+)\n/);
  fs.writeFileSync(file, all('after'));
  child.kill('SIGHUP');
  await says(/read 1 rules anew/);
  const good = await (await fetch(`${url}metrics`)).text();
  expect(good).toMatch(/^namedprocess_namegroup_num_procs\{groupname="after"\} [1-9]/m);
  expect(good).toMatch(/^namedprocess_namegroup_num_procs\{groupname="before"\} 0$/m);
  expect(good).toMatch(/^hostproc_config_last_reload_successful 1$/m);
  fs.writeFileSync(file, 'process_names: 1\n');
  child.kill('SIGHUP');
  await says(/rules\.yml:1:16: process_names: expects a list, found "1"/);
  // One pass serves all who ask within a second.
  let bad = good;
  while (bad === good) bad = await (await fetch(`${url}metrics`)).text();
  expect(bad).toMatch(/^namedprocess_namegroup_num_procs\{groupname="after"\} [1-9]/m);
  expect(bad).toMatch(/^hostproc_config_last_reload_successful 0$/m);
}, 60_000);
