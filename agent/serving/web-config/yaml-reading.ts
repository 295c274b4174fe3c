import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  type Document,
  type Node,
} from 'yaml';

/** A value in the file, with the key that leads to it: what a complaint needs. */
export interface Place {
  /** As a person would say it: `tls_server_config.min_version`. */
  readonly key: string;
  readonly node: Node;
}

/**
 * Reads values of a YAML document and keeps every complaint about it. What cannot be taken is
 * `undefined`, and so is what is left empty. All scalars are text here, so that each reader decides
 * what its text means, as a Go program's types decide.
 */
export class YamlReading {
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;
  readonly #complaints: { readonly offset: number; readonly text: string }[] = [];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: this.#lines,
      prettyErrors: false,
    });
    for (const { message, pos } of [...this.#document.errors, ...this.#document.warnings]) {
      this.#complaints.push({ offset: pos[0], text: `${message.replace(/\.$/, '')}.` });
    }
  }

  /** Each with its line and column, in the order of the file. */
  get complaints(): string[] {
    return [...this.#complaints]
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, text }) => {
        const { line, col } = this.#lines.linePos(offset);
        return `${this.#file}:${line}:${col}: ${text}`;
      });
  }

  /** The whole document; `undefined` when it is empty. */
  get root(): Place | undefined {
    const { contents } = this.#document;
    return contents === null ? undefined : { key: '', node: contents };
  }

  complain({ key, node }: Place, text: string): void {
    this.#complaints.push({
      offset: node.range?.[0] ?? 0,
      text: `${key === '' ? '' : `${key}: `}${text}.`,
    });
  }

  /** The entries of a mapping. @param known its keys; any when left out */
  mapping(place: Place | undefined, known?: readonly string[]): Map<string, Place> {
    const entries = new Map<string, Place>();
    const node = this.#resolved(place);
    if (!place || node === undefined) return entries;
    if (!isMap<Node, Node | null>(node)) {
      this.complain(place, `expected keys and values, found ${kindOf(node)}`);
      return entries;
    }
    for (const { key: keyNode, value } of node.items) {
      const name = isScalar(keyNode) ? String(keyNode.value) : undefined;
      const key = [place.key, shown(name)].filter(Boolean).join('.');
      if (name === undefined) {
        this.complain({ key, node: keyNode }, `expected a name as key, found ${kindOf(keyNode)}`);
      } else if (known && !known.includes(name)) {
        this.complain(
          { key, node: keyNode },
          `there is no such key; expected one of ${known.join(', ')}`,
        );
      } else if (value !== null) entries.set(name, { key, node: value });
    }
    return entries;
  }

  /** The items of a sequence; `undefined` when there is none. */
  list(place: Place | undefined): Place[] | undefined {
    const node = this.#resolved(place);
    if (!place || node === undefined) return undefined;
    if (!isSeq<Node>(node)) {
      this.complain(place, `expected a list, found ${kindOf(node)}`);
      return;
    }
    return node.items.map((item, i) => ({ key: `${place.key}[${i}]`, node: item }));
  }

  text(place: Place | undefined): string | undefined {
    const node = this.#resolved(place);
    if (!place || node === undefined) return undefined;
    if (!isScalar(node) || typeof node.value !== 'string') {
      this.complain(place, `expected a text, found ${kindOf(node)}`);
      return;
    }
    return node.value;
  }

  /** What the text means. @param expected for the complaint when it means nothing */
  meaning<T>(
    place: Place | undefined,
    meaningOf: (text: string) => T | undefined,
    expected: string,
  ): T | undefined {
    const text = this.text(place);
    if (!place || text === undefined) return undefined;
    const meaning = meaningOf(text);
    if (meaning !== undefined) return meaning;
    this.complain(place, `expected ${expected}, found ${JSON.stringify(text)}`);
  }

  /** What a value, or the anchor that it points to, holds; `undefined` when that is nothing. */
  #resolved(place: Place | undefined): Node | undefined {
    if (!place) return undefined;
    const { node } = place;
    const target = isAlias(node) ? node.resolve(this.#document) : node;
    if (target === undefined) {
      this.complain(place, 'there is no such anchor');
      return;
    }
    return isScalar(target) && isEmpty(target) ? undefined : target;
  }
}

function isEmpty({ type, value }: Scalar): boolean {
  return type === 'PLAIN' && /^(?:~|null|)$/i.test(String(value));
}

/** A key in a complaint, on one line whatever it holds. */
function shown(name: string | undefined): string | undefined {
  return name === undefined || /^[\x21-\x7e]+$/.test(name) ? name : JSON.stringify(name);
}

function kindOf(node: unknown): string {
  if (isMap(node)) return 'keys and values';
  if (isSeq(node)) return 'a list';
  if (isAlias(node)) return 'an alias';
  return 'a text';
}
