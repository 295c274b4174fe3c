import { isMap, isScalar, parseDocument, type Pair, type YAMLMap } from 'yaml';

/** A value of the chart that a person may set. */
export interface ChartValue {
  /** As on the command line: `agent.names.maxGroups`. */
  readonly path: string;
  readonly preset: unknown;
  /** Its comment in values.yaml. */
  readonly description: string;
}

/**
 * Every value of values.yaml, in its order: what has a comment beginning with `# --`. A map without such a
 * comment is a chapter.
 * @throws Error naming the value that has no comment
 */
export function chartValues(text: string): readonly ChartValue[] {
  const document = parseDocument(text);
  if (!isMap(document.contents)) throw new Error('values.yaml is no map.');
  return below(document.contents, '');
}

function below(map: YAMLMap, prefix: string): ChartValue[] {
  return map.items.flatMap((pair, i) => {
    const path = prefix + keyOf(pair);
    const description = described(
      i === 0 ? [map.commentBefore, commentOf(pair)] : [commentOf(pair)],
    );
    if (description !== undefined) return [{ path, preset: plain(pair.value), description }];
    if (isMap(pair.value)) return below(pair.value, `${path}.`);
    throw new Error(`${path} in values.yaml has no comment that begins with "# --".`);
  });
}

function plain(node: unknown): unknown {
  return isScalar(node) ? node.value : (node as { toJSON(): unknown }).toJSON();
}

function keyOf({ key }: Pair): string {
  if (!isScalar(key)) throw new Error('A key of values.yaml is no text.');
  return String(key.value);
}

function commentOf({ key }: Pair): string | null | undefined {
  return isScalar(key) ? key.commentBefore : undefined;
}

function described(comments: readonly (string | null | undefined)[]): string | undefined {
  const line = comments.flatMap((comment) => comment?.split('\n') ?? []).at(-1);
  return line?.startsWith(' -- ') ? line.slice(' -- '.length) : undefined;
}
