// The layer table (ARCHITECTURE.md shows it as a picture). A folder may import itself and what is
// listed beside it; everything else is a lint error, in both directions.

/** Top folders: who may import whom. Folders that nothing imports are in `unimported`. */
export const mayImport = {
  metrics: [],
  prometheus: ['metrics'],
  src: ['prometheus', 'metrics'],
  'prometheus-csv': ['prometheus', 'metrics'],
  'https-server': [],
  agent: ['metrics', 'https-server'],
  'plugin-server': ['https-server'],
  'console-plugin-hook': ['https-server'],
  'helm-test': ['https-server'],
};

/** These may import anything; nothing may import them. */
export const unimported = ['demo', 'bench', 'integration-tests', 'scripts'];

/** Inside a top folder: its stages, in the order of the data's path; each may import those before it. */
export const stages = {
  agent: [
    ['kernel-files', 'configuration'],
    ['procfs', 'cgroupfs'],
    'observation',
    ['grouping', 'classification'],
    'accounting',
    'collectors',
    'tiers',
    'exposition',
    'serving',
  ],
  prometheus: ['promql', 'http-api', 'series'],
  'prometheus-csv': ['command-line', 'cluster', 'questions', 'rows', 'output', 'commands'],
  src: [['i18n', 'url-state', 'format', 'chart'], 'hooks', 'components', 'pages'],
};

/** What `import-x/no-restricted-paths` wants: one zone a forbidden direction. */
export function layerZones() {
  const tops = [...Object.keys(mayImport), ...unimported];
  const zones = [];
  for (const [target, allowed] of Object.entries(mayImport)) {
    for (const from of tops) {
      if (from === target || allowed.includes(from)) continue;
      zones.push({
        target: `./${target}`,
        from: `./${from}`,
        message: `${target}/ may import ${['itself', ...allowed].join(', ')} only (eslint.layers.mjs).`,
      });
    }
  }
  for (const [top, order] of Object.entries(stages)) {
    const levels = order.map((level) => [level].flat());
    levels.forEach((level, i) => {
      const later = levels.slice(i + 1).flat();
      for (const stage of level) {
        const beside = level.filter((other) => other !== stage);
        for (const from of [...later, ...beside]) {
          zones.push({
            target: `./${top}/${stage}`,
            from: `./${top}/${from}`,
            message: `${top}/${stage}/ comes before ${from}/ on the data's path (eslint.layers.mjs).`,
          });
        }
      }
    });
  }
  return zones;
}
