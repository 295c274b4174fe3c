import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import jest from 'eslint-plugin-jest';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { layerZones } from './eslint.layers.mjs';

const kernelFiles = 'agent/kernel-files/kernel-calls.ts';
// The file of rules is no kernel file: it is not counted among their reads, and tests write real ones.
const configurationFile = 'agent/configuration/configuration-file.ts';
const fsOutsideKernelFiles = ['fs', 'node:fs', 'fs/promises', 'node:fs/promises'].map((name) => ({
  name,
  message: `Only ${kernelFiles} reads /proc and cgroups: it counts its calls, and fixtures replace it. Files of settings are read by ${configurationFile}.`,
}));
// Certificates, secrets and web configuration are no kernel files: they are followed, not counted. The
// plugin's files are read once. These two rooms are all that the servers read from the disk.
const followedFiles = 'https-server/reloaded.ts';
const pluginFiles = 'plugin-server/static-files.ts';
const fsOutsideServerFiles = fsOutsideKernelFiles.map(({ name }) => ({
  name,
  message: `Only ${followedFiles} (files that may change: it follows them) and ${pluginFiles} read files for the servers.`,
}));
const childProcess = ['child_process', 'node:child_process'].map((name) => ({
  name,
  message: 'The agent and the servers start no programs.',
}));
const promClient = {
  name: 'prom-client',
  message: 'Only agent/exposition/ knows prom-client.',
};

export default tseslint.config(
  { ignores: ['dist', 'artifacts', 'node_modules'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.agent.json', 'tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ alwaysTryTypes: true })],
    },
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: layerZones() }],
      'import-x/no-cycle': 'error',
      'import-x/no-self-import': 'error',
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'Export names one by one: a reader must find where a thing comes from.',
        },
      ],
    },
  },
  {
    files: ['agent/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [...fsOutsideKernelFiles, ...childProcess, promClient] },
      ],
    },
  },
  {
    files: ['agent/exposition/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [...fsOutsideKernelFiles, ...childProcess] }],
    },
  },
  {
    files: [kernelFiles, configurationFile],
    rules: { 'no-restricted-imports': ['error', { paths: [...childProcess, promClient] }] },
  },
  {
    files: ['https-server/**/*.ts', 'plugin-server/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [...fsOutsideServerFiles, ...childProcess, promClient] },
      ],
    },
  },
  {
    files: [followedFiles, pluginFiles],
    rules: { 'no-restricted-imports': ['error', { paths: [...childProcess, promClient] }] },
  },
  {
    // Support of specs: certificates made by the real openssl.
    files: ['https-server/testdata/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'demo/host/**/*.tsx', 'demo/sdk/**/*.{ts,tsx}'],
    extends: [react.configs.flat.recommended, react.configs.flat['jsx-runtime']],
    plugins: { 'react-hooks': reactHooks },
    settings: { react: { version: '18.3' } },
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'react/prop-types': 'off',
      'react/no-multi-comp': ['error', { ignoreStateless: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.spec.{ts,tsx}'],
    rules: {
      'react/jsx-no-literals': ['error', { allowedStrings: ['/'] }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'react-dom',
              message:
                'The console does not share react-dom: the plugin would bring a second renderer.',
            },
          ],
          patterns: [
            {
              group: ['*.css', '!./*.css'],
              message: 'Never import PatternFly CSS: the console loads it.',
            },
            {
              group: ['@patternfly/*/*'],
              message:
                'Import PatternFly from the package index: the SDK shares its modules by name.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.{ts,tsx}'],
    ...jest.configs['flat/recommended'],
  },
  {
    files: ['**/*.spec.{ts,tsx}'],
    languageOptions: { globals: { ...globals.jest } },
    rules: {
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert'] }],
      'no-restricted-imports': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Support of specs.
    files: ['agent/simulation/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Programs that talk to a person through the terminal.
    files: ['demo/**', 'scripts/**', 'bench/**', 'integration-tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.config.{mjs,ts}', '**/*.config.{mjs,ts}', 'src/pages/**/*.tsx'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  prettier,
);
