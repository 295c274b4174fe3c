/** @param {boolean} tsx */
const swc = (tsx) => ({
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
});

/** Two projects: `node` for everything that runs without a DOM, `jsdom` for the console plugin. */
export default {
  projects: [
    {
      displayName: 'node',
      testEnvironment: 'node',
      roots: [
        '<rootDir>/metrics',
        '<rootDir>/agent',
        '<rootDir>/https-server',
        '<rootDir>/plugin-server',
        '<rootDir>/console-plugin-hook',
        '<rootDir>/helm-test',
        '<rootDir>/prometheus',
        '<rootDir>/prometheus-csv',
        '<rootDir>/scripts',
        '<rootDir>/charts',
        '<rootDir>/demo',
      ],
      testMatch: ['**/*.spec.ts'],
      transform: swc(false),
    },
    {
      displayName: 'jsdom',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/src'],
      testMatch: ['**/*.spec.{ts,tsx}'],
      transform: swc(true),
      transformIgnorePatterns: ['/node_modules/(?!@patternfly/)'],
      setupFilesAfterEnv: ['@testing-library/jest-dom'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/demo/sdk/css-stand-in.ts',
        '^@openshift-console/dynamic-plugin-sdk$': '<rootDir>/demo/sdk/index.ts',
      },
    },
  ],
};
