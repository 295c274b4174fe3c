type Schema = Readonly<Record<string, unknown>>;
type Definitions = Readonly<Record<string, Schema>>;

/** A kind of OpenShift's own API server. */
export interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  /** Its definition in OpenShift's OpenAPI document. */
  readonly definition: string;
}

/**
 * A CustomResourceDefinition of a kind that has none, since OpenShift serves it with an API server of its own:
 * the same fields, of the same types, and no others.
 */
export function crdOf(
  { group, version, kind, plural, definition }: Kind,
  definitions: Definitions,
) {
  const metadata = { name: `${plural}.${group}` };
  const { properties, ...schema } = inlined(definitions[definition] ?? {}, definitions);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata,
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              ...schema,
              properties: { ...(properties as object), metadata: { type: 'object' } },
            },
          },
        },
      ],
    },
  };
}

const left = ['description', 'default', '$ref'];

/** A schema as CRDs may have them: without references, and without what is for code generators. */
function inlined(schema: Schema, definitions: Definitions): Schema {
  const { $ref } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.replace('#/definitions/', '');
    // A number or a text, as in `cpu: 1`.
    if (name.startsWith('Quantity.')) return { 'x-kubernetes-int-or-string': true };
    return inlined(definitions[name] ?? {}, definitions);
  }
  const entries = Object.entries(schema)
    .filter(([key]) => !left.includes(key) && !key.startsWith('x-kubernetes-'))
    .map(([key, value]) => {
      if (key === 'items' || key === 'additionalProperties') {
        return [key, inlined(value as Schema, definitions)] as const;
      }
      if (key !== 'properties') return [key, value] as const;
      const properties = Object.entries(value as Definitions).map(
        ([name, property]) => [name, inlined(property, definitions)] as const,
      );
      return [key, Object.fromEntries(properties)] as const;
    });
  return Object.fromEntries(entries);
}
