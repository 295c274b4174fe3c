import { PluginStore } from '@openshift/dynamic-plugin-sdk';

const consoleVersion = '4.22.0';

/**
 * The console's own plugin store, set up as the console does it: it checks the manifest, resolves the
 * plugin's dependencies, runs its entry script and hands it the shared modules.
 */
export async function loadPlugins(names: readonly string[]): Promise<PluginStore> {
  await __webpack_init_sharing__('default');
  const store = new PluginStore({
    loaderOptions: {
      sharedScope: __webpack_share_scopes__.default,
      entryCallbackSettings: { name: '__load_plugin_entry__' },
      customDependencyResolutions: { '@console/pluginAPI': consoleVersion },
    },
  });
  // The console logs what cannot be loaded, too, and goes on without that plugin.
  await Promise.all(
    names.map((name) =>
      store.loadPlugin(`/api/plugins/${name}/plugin-manifest.json`).catch(console.error),
    ),
  );
  for (const plugin of store.getPluginInfo()) {
    if (plugin.status === 'failed') console.error(plugin.errorMessage, plugin.errorCause);
  }
  return store;
}
