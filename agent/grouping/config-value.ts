import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

/** What a file's values share: where to complain, and what its aliases stand for. */
export interface ConfigFile {
  /** @param offset of the character in the file's text */
  readonly complain: (offset: number, key: string, problem: string) => void;
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** A value in a YAML file, and its place there. What it is asked for and is not, it complains of. */
export class ConfigValue {
  private readonly node: unknown;

  /** @param key where in the structure, such as `process_names[0].comm` */
  constructor(
    private readonly file: ConfigFile,
    private readonly written: unknown,
    readonly key: string,
    /** Of what stands before it, for a value that has no place of its own. */
    private readonly offset: number,
  ) {
    this.node = isAlias(written) ? file.targets.get(written) : written;
  }

  complain(problem: string): void {
    const { range } = (this.written ?? {}) as Partial<Node>;
    this.file.complain(range?.[0] ?? this.offset, this.key, problem);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** Nothing is written, or null is: as if the key were not there. */
  get isNull(): boolean {
    return (
      !isAlias(this.written) &&
      (this.node === null ||
        this.node === undefined ||
        (isScalar(this.node) &&
          this.node.type === 'PLAIN' &&
          /^(?:~|null|Null|NULL)?$/.test(String(this.node.value))))
    );
  }

  /** Any scalar, as it is written: numbers and truth values are texts too. */
  text(): string | undefined {
    if (isScalar(this.node) && !this.isNull) return String(this.node.value);
    this.refuse('a text');
    return undefined;
  }

  wholeNumber(): number | undefined {
    const plain = isScalar(this.node) && this.node.type === 'PLAIN' ? String(this.node.value) : '';
    if (/^\d{1,9}$/.test(plain)) return Number(plain);
    this.refuse('a whole number of 0 or more');
    return undefined;
  }

  boolean(): boolean | undefined {
    const plain = isScalar(this.node) && this.node.type === 'PLAIN' ? String(this.node.value) : '';
    if (plain === 'true' || plain === 'false') return plain === 'true';
    this.refuse('true or false');
    return undefined;
  }

  items(): ConfigValue[] | undefined {
    if (!isSeq(this.node)) {
      this.refuse('a list');
      return undefined;
    }
    const start = this.node.range?.[0] ?? this.offset;
    return this.node.items.map(
      (item, index) => new ConfigValue(this.file, item, `${this.key}[${index}]`, start),
    );
  }

  /** A list of texts. */
  texts(): string[] | undefined {
    const texts = this.items()?.map((item) => item.text());
    return texts?.every((text) => text !== undefined) ? texts : undefined;
  }

  /** A mapping's values by their keys, those of merged mappings (`<<`) included. */
  entries(): Map<string, ConfigValue> | undefined {
    if (!isMap(this.node)) {
      this.refuse('a mapping of keys to values');
      return undefined;
    }
    const entries = new Map<string, ConfigValue>();
    this.collect(entries, new Set());
    return entries;
  }

  private collect(entries: Map<string, ConfigValue>, visited: Set<unknown>): void {
    // What was merged once adds nothing the second time: this ends cycles of aliases too.
    if (!isMap(this.node) || visited.has(this.node)) return;
    visited.add(this.node);
    const own = new Set<string>();
    const merged: ConfigValue[] = [];
    for (const { key: keyNode, value } of this.node.items) {
      const { range } = (keyNode ?? {}) as Partial<Node>;
      const start = range?.[0] ?? this.offset;
      const name = isScalar(keyNode) ? String(keyNode.value) : undefined;
      const path = this.key === '' ? (name ?? '') : `${this.key}.${name ?? '?'}`;
      const entry = new ConfigValue(this.file, value, path, start);
      if (name === undefined) this.file.complain(start, path, 'expects a text as key');
      else if (own.has(name)) this.file.complain(start, path, 'is given twice');
      else if (name === '<<') merged.push(...(entry.isList ? (entry.items() ?? []) : [entry]));
      else if (!entries.has(name)) entries.set(name, entry);
      own.add(name ?? '');
    }
    for (const one of merged) {
      if (isMap(one.node)) one.collect(entries, visited);
      else one.refuse('a mapping to merge');
    }
  }

  /** Complains of the key itself rather than of its value. */
  complainOfKey(problem: string): void {
    this.file.complain(this.offset, this.key, problem);
  }

  private refuse(expected: string): void {
    this.complain(`expects ${expected}, found ${this.found()}`);
  }

  private found(): string {
    if (isAlias(this.written) && this.node === undefined) {
      return `*${this.written.source}, which stands for nothing`;
    }
    if (isMap(this.node)) return 'a mapping';
    if (isSeq(this.node)) return 'a list';
    if (this.isNull || !isScalar(this.node)) return 'nothing';
    const text = String(this.node.value);
    return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  }
}
