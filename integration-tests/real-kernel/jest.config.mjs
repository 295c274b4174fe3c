import path from 'node:path';
import config from '../../jest.config.mjs';

const [node] = config.projects;

/** Specs that need root and a cgroup v2 hierarchy: real cgroups and real processes under the agent. */
export default {
  ...node,
  displayName: 'real kernel',
  rootDir: path.resolve(import.meta.dirname, '..', '..'),
  // Processes on a loaded machine take what time they take.
  testTimeout: 60_000,
  roots: ['<rootDir>/integration-tests/real-kernel', '<rootDir>/bench'],
};
