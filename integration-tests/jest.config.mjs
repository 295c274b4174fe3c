import path from 'node:path';
import config from '../jest.config.mjs';

const [node] = config.projects;

/** Specs that run real parts for some seconds: the built agent, a Prometheus that scrapes it, promtool. */
export default {
  ...node,
  displayName: 'integration',
  rootDir: path.resolve(import.meta.dirname, '..'),
  roots: ['<rootDir>/integration-tests'],
  // These have a configuration of their own.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/integration-tests/real-kernel/',
    '<rootDir>/integration-tests/cluster/',
    '<rootDir>/integration-tests/system/',
  ],
};
