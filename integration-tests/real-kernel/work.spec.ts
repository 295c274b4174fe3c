import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { provide } from '../../scripts/parts/part';
import { strace } from '../../scripts/parts/strace';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';

// What the agent counts of its own work is what the goldens of agent/exposition/work.spec.ts compare: here
// the kernel's own word for it.

test('the calls that the agent counts are those that strace sees', async () => {
  const program = await provide(strace, (line) => console.log(line));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'traced-'));
  try {
    fs.cpSync(path.join(projectFolder, 'agent/testdata/machine/0s'), folder, { recursive: true });
    const log = path.join(folder, 'strace.log');
    const passes = path.join(import.meta.dirname, 'counted-passes.ts');
    const traced = await runProgram(
      program.strace,
      ['-f', '-y', '-o', log, '-e', 'trace=openat,pread64,statx,stat,fstat,close'].concat([
        process.execPath,
        '--import',
        'tsx',
        passes,
        folder,
      ]),
      { cwd: projectFolder },
    );
    expect(traced.status).toBe(0);
    const counted = JSON.parse(traced.output.trim().split('\n').at(-1) ?? '') as object;
    const lines = fs
      .readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line.includes(`${folder}/`));
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
    const opened = count(/ openat\(/);
    const listed = count(/ openat\(.*O_DIRECTORY/);
    expect(counted).toEqual({
      open: opened - listed,
      read: count(/ pread64\(/),
      close: count(/ close\(/) - listed,
      stat: count(/ (statx|stat|fstat)\(/),
      list: listed,
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
