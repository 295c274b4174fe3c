import path from 'node:path';
import config from '../../jest.config.mjs';

const [node] = config.projects;

/** Specs that run real parts for minutes; they need root and a cgroup v2 hierarchy. */
export default {
  ...node,
  displayName: 'system',
  rootDir: path.resolve(import.meta.dirname, '..', '..'),
  roots: ['<rootDir>/integration-tests/system'],
};
