type Tree = Readonly<Record<string, unknown>>;

/** Values over values, as Helm lays one file over another: maps are merged, all else is replaced. */
export function deepMerge(...trees: readonly object[]): object {
  return trees.reduce((under, over) => mergeTwo(under as Tree, over as Tree), {});
}

function mergeTwo(under: Tree, over: Tree): Tree {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isTree(below) && isTree(value) ? mergeTwo(below, value) : value;
  }
  return merged;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
