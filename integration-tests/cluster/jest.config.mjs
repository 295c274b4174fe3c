import path from 'node:path';
import config from '../../jest.config.mjs';

const [node] = config.projects;

/** Specs that install the chart on a real API server; they need root, as the pods that they run do. */
export default {
  ...node,
  displayName: 'cluster',
  rootDir: path.resolve(import.meta.dirname, '..', '..'),
  roots: ['<rootDir>/integration-tests/cluster'],
};
