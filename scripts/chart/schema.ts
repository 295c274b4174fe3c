import type { ChartValue } from './values';

/** As much of JSON Schema as values.schema.json uses. */
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

/**
 * The schema with every value's comment as its description: OpenShift's form for a chart shows them.
 * @throws Error naming a value that the schema does not know
 */
export function withDescriptions(schema: Schema, values: readonly ChartValue[]): Schema {
  return values.reduce(
    (described, { path, description }) => describe(described, path.split('.'), description, path),
    schema,
  );
}

function describe(
  schema: Schema,
  [key, ...rest]: readonly string[],
  description: string,
  path: string,
): Schema {
  if (key === undefined) return { ...schema, description };
  const child = schema.properties?.[key];
  if (!child) throw new Error(`values.schema.json does not know ${path} of values.yaml.`);
  return {
    ...schema,
    properties: { ...schema.properties, [key]: describe(child, rest, description, path) },
  };
}
