import { UserError } from '../../scripts/user-error';
import { parseOptions } from './options';

function mistake(...args: string[]): UserError {
  try {
    parseOptions(args);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`${args.join(' ')} was accepted.`);
}

describe('parseOptions', () => {
  it('shows the page on port 9000 by default', () => {
    expect(parseOptions([])).toEqual({ port: 9000, smoke: false, help: false });
  });

  it('takes another port', () => {
    expect(parseOptions(['--port', '8080']).port).toBe(8080);
    expect(parseOptions(['--port=8081']).port).toBe(8081);
  });

  it('takes any free port for a smoke run, which nobody looks at', () => {
    expect(parseOptions(['--smoke'])).toEqual({ port: 0, smoke: true, help: false });
  });

  it.each(['0', '65536', '-1', '80x', '', '1e3'])('refuses the port %j with status 2', (port) => {
    const { message, exitStatus } = mistake(`--port=${port}`);
    expect(message).toBe(`--port wants a number from 1 to 65535, and got "${port}".`);
    expect(exitStatus).toBe(2);
  });

  it.each([['--colour'], ['--smoke=yes'], ['now'], ['--port']])(
    'refuses %s in one sentence with status 2',
    (...args) => {
      const { message, exitStatus } = mistake(...args);
      expect(message).toMatch(/; known options: --port N, --smoke, --help\.$/);
      expect(message).not.toContain('\n');
      expect(exitStatus).toBe(2);
    },
  );
});
