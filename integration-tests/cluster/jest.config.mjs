import path from 'node:path';
import config from '../../jest.config.mjs';

const [node] = config.projects;

/** The chart on a real API server (`npm run test:cluster`): builds one from Go modules at first. Needs root. */
export default {
  ...node,
  displayName: 'cluster',
  rootDir: path.resolve(import.meta.dirname, '..', '..'),
  roots: ['<rootDir>/integration-tests/cluster'],
};
