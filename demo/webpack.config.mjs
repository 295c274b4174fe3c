import { resolveDynamicModuleMaps } from '@openshift-console/dynamic-plugin-sdk-webpack/lib/webpack/DynamicModuleImportPlugin.js';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import { createRequire } from 'node:module';
import path from 'node:path';
import webpack from 'webpack';

const production = process.env.NODE_ENV === 'production';
const here = import.meta.dirname;
const require = createRequire(import.meta.url);

/**
 * PatternFly's modules, each by itself, as the console shares them: what a plugin finds there it does not
 * load from its own files. Of icons the console has those that it shows itself, so they are left out.
 */
const patternFly = Object.entries(
  resolveDynamicModuleMaps({ '@patternfly/react-core': {}, '@patternfly/react-table': {} }, [
    path.resolve(here, '../node_modules'),
  ]),
).map(([name, modules]) => ({
  version: require(`${name}/package.json`).version,
  requests: [...new Set(Object.values(modules))].map((request) => `${name}/${request}`),
}));

/**
 * Modules that the console provides to its plugins; a plugin brings none of them.
 * @type {Record<string, { import?: string, version?: string, requiredVersion?: false, singleton: boolean, eager: boolean }>}
 */
const shared = {
  ...Object.fromEntries(
    ['react', 'react-i18next', 'react-router', '@openshift/dynamic-plugin-sdk'].map((name) => [
      name,
      { singleton: true, eager: true },
    ]),
  ),
  ...Object.fromEntries(
    patternFly.flatMap(({ version, requests }) =>
      requests.map((request) => [request, { version, singleton: false, eager: true }]),
    ),
  ),
  // The console provides its SDK from its own source, and so do we: the npm package holds no code that
  // runs outside of a console.
  '@openshift-console/dynamic-plugin-sdk': {
    import: path.join(here, 'sdk', 'index.ts'),
    version: '4.22.0',
    requiredVersion: false,
    singleton: true,
    eager: true,
  },
};

/** The local console host: the page that loads the built plugin as the console does. */
export default {
  mode: production ? 'production' : 'development',
  devtool: production ? false : 'source-map',
  context: path.dirname(here),
  // A module is shared once something imports it, so all of them are.
  entry: {
    host: [...patternFly.flatMap(({ requests }) => requests), path.join(here, 'host', 'main.tsx')],
  },
  output: {
    path: path.resolve(here, '../dist/host'),
    publicPath: '/',
    filename: 'static/[name].js',
    chunkFilename: 'static/[name]-chunk.js',
    assetModuleFilename: 'static/[name]-[contenthash][ext]',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            target: 'es2021',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      { test: /\.(woff2?|ttf|eot|otf|svg|png|jpe?g|gif)$/, type: 'asset/resource' },
      // PatternFly's ES modules leave out file endings.
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    new webpack.sharing.SharePlugin({ shared }),
    // styles.ts loads PatternFly's one whole style sheet, as the console does. What its React modules
    // bring along is the same of another release, and would win.
    new webpack.NormalModuleReplacementPlugin(/\.css$/, (resource) => {
      if (resource.context.includes('@patternfly/react-styles')) {
        resource.request = path.join(here, 'sdk', 'css-stand-in.ts');
      }
    }),
    new MiniCssExtractPlugin({ filename: 'static/[name].css' }),
    new CopyWebpackPlugin({ patterns: [{ from: path.join(here, 'host', 'index.html') }] }),
  ],
  performance: { hints: false },
};
