import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';

const tsx = path.join(projectFolder, 'node_modules', '.bin', 'tsx');
const plots = (...args: string[]) =>
  runProgram(tsx, ['bench/plots.ts', ...args], { cwd: projectFolder });

test('docs/performance.md and its pictures are what the newest results say (npm run plots makes them)', async () => {
  expect(await plots('--check')).toEqual({ status: 0, missing: false, output: '' });
});

test('another option is refused with status 2', async () => {
  expect(await plots('--chek')).toMatchObject({
    status: 2,
    output: 'Usage: npm run plots [-- --check], found --chek.\n',
  });
});
