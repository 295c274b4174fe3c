/** As much of `consoles.operator.openshift.io/cluster` as matters here. */
export interface ConsoleOperator {
  readonly metadata: { readonly resourceVersion: string };
  readonly spec?: { readonly plugins?: readonly string[] };
}

/** An operation of a JSON patch (RFC 6902). */
export interface Operation {
  readonly op: 'add' | 'remove' | 'test';
  readonly path: string;
  readonly value?: unknown;
}

/** What is to become of a plugin's name in the list. */
export type Change = 'add' | 'remove';

const list = '/spec/plugins';

/**
 * The patch that adds a name at the end of the list or takes it out, leaves the order of the others, and is
 * refused when anybody changed the list meanwhile; undefined when nothing is to be done.
 */
export function patchFor(
  change: Change,
  plugin: string,
  { metadata, spec }: ConsoleOperator,
): Operation[] | undefined {
  const plugins = spec?.plugins;
  if ((plugins ?? []).includes(plugin) === (change === 'add')) return undefined;
  // A list that is not there cannot be tested: then nothing at all may have changed.
  if (plugins === undefined) {
    const unchanged = test('/metadata/resourceVersion', metadata.resourceVersion);
    return spec === undefined
      ? [unchanged, { op: 'add', path: '/spec', value: { plugins: [plugin] } }]
      : [unchanged, { op: 'add', path: list, value: [plugin] }];
  }
  const edits: Operation[] =
    change === 'add'
      ? [{ op: 'add', path: `${list}/-`, value: plugin }]
      : // From the end: each removal moves those behind it.
        plugins
          .flatMap((name, i) => (name === plugin ? [i] : []))
          .reverse()
          .map((i) => ({ op: 'remove', path: `${list}/${i}` }));
  return [test(list, plugins), ...edits];
}

function test(path: string, value: unknown): Operation {
  return { op: 'test', path, value };
}
