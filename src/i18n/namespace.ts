/** The console loads a plugin's texts by this name: `plugin__` and the plugin's own. */
export const namespace = 'plugin__host-processes';
