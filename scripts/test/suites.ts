import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder';

/** A set of tests with a runner of its own. */
export interface Suite {
  readonly name: string;
  /** Where its runner writes its JSON report. */
  readonly report: string;
  /** Runs it with its output on the terminal; answers the exit status. */
  readonly run: () => Promise<number>;
}

const reports = path.join(projectFolder, 'artifacts', 'reports');
const bin = (...parts: string[]) => path.join(projectFolder, 'node_modules', ...parts);
const jest = bin('jest', 'bin', 'jest.js');
const playwright = bin('@playwright', 'test', 'cli.js');

/** Every suite of `npm test`, quickest first. */
export function suites(): Suite[] {
  mkdirSync(reports, { recursive: true });
  return [
    jestSuite('unit', 'jest.config.mjs'),
    jestSuite('real kernel', 'integration-tests/real-kernel/jest.config.mjs'),
    jestSuite('integration', 'integration-tests/jest.config.mjs'),
    {
      name: 'journeys',
      report: path.join(reports, 'journeys.json'),
      run: () => node(playwright, 'test', '--config', 'integration-tests/playwright.config.ts'),
    },
  ];
}

function jestSuite(name: string, config: string): Suite {
  const report = path.join(reports, `${name.replace(' ', '-')}.json`);
  const args = ['--config', config, '--ci', '--json', `--outputFile=${report}`, '--silent'];
  return { name, report, run: () => node(jest, ...args) };
}

function node(...args: string[]): Promise<number> {
  return new Promise((resolve) => {
    // With --json Jest prints the whole report: to nowhere. What a person reads goes to the other stream.
    const child = spawn(process.execPath, args, {
      cwd: projectFolder,
      stdio: ['ignore', args[0] === jest ? 'ignore' : 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
}
