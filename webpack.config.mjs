import { ConsoleRemotePlugin } from '@openshift-console/dynamic-plugin-sdk-webpack';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const production = process.env.NODE_ENV === 'production';

/**
 * Writes which modules each file of the plugin has in it, beside the plugin: sizes of our own code are
 * told apart by it from PatternFly, which the console has itself and which is loaded from us elsewhere.
 * @param {import('webpack').Compiler} compiler
 */
function writeModules(compiler) {
  compiler.hooks.done.tap('writeModules', ({ compilation }) => {
    const { chunks, chunkGraph } = compilation;
    const files = [...chunks].flatMap((chunk) => {
      const modules = [...chunkGraph.getChunkModulesIterable(chunk)].map((module) =>
        module.readableIdentifier(compilation.requestShortener),
      );
      return [...chunk.files].map((file) => [file, modules]);
    });
    const list = path.resolve(import.meta.dirname, 'dist/plugin-modules.json');
    writeFileSync(list, JSON.stringify(Object.fromEntries(files)));
  });
}

/** The console plugin: what the console loads from `/api/plugins/host-processes/`. */
export default {
  mode: production ? 'production' : 'development',
  devtool: production ? false : 'source-map',
  context: import.meta.dirname,
  // The SDK's plugin names the entries: the exposed modules of package.json.
  entry: {},
  output: {
    path: path.resolve(import.meta.dirname, 'dist/plugin'),
    filename: production ? '[name]-bundle-[chunkhash].min.js' : '[name]-bundle.js',
    chunkFilename: production ? '[name]-chunk-[chunkhash].min.js' : '[name]-chunk.js',
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
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      // PatternFly's ES modules leave out file endings.
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    new ConsoleRemotePlugin(),
    { apply: writeModules },
    new CopyWebpackPlugin({ patterns: [{ from: 'locales', to: 'locales' }] }),
  ],
  optimization: {
    chunkIds: production ? 'deterministic' : 'named',
    splitChunks: {
      cacheGroups: {
        // Each icon is shared by itself: in files of their own, those that the console lacks would be a
        // dozen requests before the tab shows anything, each with what all of them need.
        icons: {
          test: /[\\/]node_modules[\\/](@patternfly[\\/]react-icons|tslib|react)[\\/]/,
          name: 'icons',
          chunks: 'all',
          enforce: true,
        },
      },
    },
  },
  performance: { hints: false },
};
