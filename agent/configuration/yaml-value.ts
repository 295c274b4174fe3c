import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

/** What a file's values share. */
export interface YamlFile {
  /** @param offset of the character in the file's text */
  readonly complain: (offset: number, key: string, problem: string) => void;
  /** What its aliases stand for. */
  readonly targets: ReadonlyMap<Alias, Node>;
  /** How many more values may be made: few aliases can stand for very many. */
  valuesLeft: number;
}

/** Aliases repeat values so often that reading them all would not end. */
export class TooManyValuesError extends Error {
  override readonly name = 'TooManyValuesError';
}

/**
 * A value in a YAML file, and its place there. What it is asked for and is not, it complains of, and answers
 * `undefined`.
 */
export class YamlValue {
  private readonly node: unknown;

  /** @param key where in the structure, such as `process_names[0].comm` */
  constructor(
    private readonly file: YamlFile,
    private readonly written: unknown,
    readonly key: string,
    /** Of what stands before it, for a value that has no place of its own. */
    private readonly offset: number,
  ) {
    if (--file.valuesLeft < 0) throw new TooManyValuesError();
    this.node = isAlias(written) ? file.targets.get(written) : written;
  }

  complain(problem: string): void {
    const { range } = (this.written ?? {}) as Partial<Node>;
    this.file.complain(range?.[0] ?? this.offset, this.key, problem);
  }

  /** Complains of the key itself rather than of its value. */
  complainOfKey(problem: string): void {
    this.file.complain(this.offset, this.key, problem);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  get isMapping(): boolean {
    return isMap(this.node);
  }

  /** Nothing is written, or null is: as if the key were not there. */
  get isNull(): boolean {
    if (isAlias(this.written) && this.node === undefined) return false;
    return (
      this.node === null ||
      this.node === undefined ||
      (isScalar(this.node) &&
        this.node.type === 'PLAIN' &&
        /^(?:~|null|Null|NULL)?$/.test(String(this.node.value)))
    );
  }

  /** Any scalar, as it is written: numbers and truth values are texts too. */
  text(): string | undefined {
    if (isScalar(this.node) && !this.isNull) return String(this.node.value);
    this.refuse('a text');
    return undefined;
  }

  /** What a text means. @param expected for the complaint when it means nothing */
  meaning<T>(meaningOf: (text: string) => T | undefined, expected: string): T | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const meaning = meaningOf(text);
    if (meaning === undefined) this.refuse(expected);
    return meaning;
  }

  wholeNumber(): number | undefined {
    const { plain } = this;
    if (/^\d{1,9}$/.test(plain)) return Number(plain);
    this.refuse('a whole number of 0 or more');
    return undefined;
  }

  /** YAML 1.1's words, which Go's parser takes. */
  boolean(): boolean | undefined {
    const { plain } = this;
    if (/^(?:true|yes|on)$/i.test(plain)) return true;
    if (/^(?:false|no|off)$/i.test(plain)) return false;
    this.refuse('true or false');
    return undefined;
  }

  items(): YamlValue[] | undefined {
    if (!isSeq(this.node)) {
      this.refuse('a list');
      return undefined;
    }
    const start = this.node.range?.[0] ?? this.offset;
    return this.node.items.map(
      (item, index) => new YamlValue(this.file, item, `${this.key}[${index}]`, start),
    );
  }

  /** A list of texts. */
  texts(): string[] | undefined {
    const texts = this.items()?.map((item) => item.text());
    return texts?.every((text) => text !== undefined) ? texts : undefined;
  }

  /**
   * A mapping's values by their keys, without those that are null.
   * @param known every other key is complained of
   */
  fields(known: readonly string[]): Map<string, YamlValue> | undefined {
    const entries = this.entries();
    for (const [name, value] of entries ?? []) {
      if (!known.includes(name)) {
        const are = known.length === 1 ? 'is' : 'are';
        value.complainOfKey(`is not known here, only ${known.join(', ')} ${are}`);
      }
      if (value.isNull) entries?.delete(name);
    }
    return entries;
  }

  /** A mapping's values by their keys, those of merged mappings (`<<`) included. */
  entries(): Map<string, YamlValue> | undefined {
    if (!isMap(this.node)) {
      this.refuse('a mapping of keys to values');
      return undefined;
    }
    const entries = new Map<string, YamlValue>();
    this.collect(entries, new Set());
    return entries;
  }

  private collect(entries: Map<string, YamlValue>, visited: Set<unknown>): void {
    // What was merged once adds nothing the second time: this ends cycles of aliases too.
    if (!isMap(this.node) || visited.has(this.node)) return;
    visited.add(this.node);
    const own = new Set<string>();
    const merged: YamlValue[] = [];
    for (const { key: keyNode, value } of this.node.items) {
      const { range } = (keyNode ?? {}) as Partial<Node>;
      const start = range?.[0] ?? this.offset;
      const name = isScalar(keyNode) ? String(keyNode.value) : undefined;
      const path = [this.key, name === undefined ? '?' : onOneLine(name)]
        .filter((part) => part !== '')
        .join('.');
      const entry = new YamlValue(this.file, value, path, start);
      if (name === undefined) entry.complainOfKey('expects a text as key');
      else if (own.has(name)) entry.complainOfKey('is given twice');
      else if (name === '<<') merged.push(...(entry.isList ? (entry.items() ?? []) : [entry]));
      else if (!entries.has(name)) entries.set(name, entry);
      own.add(name ?? '');
    }
    for (const one of merged) {
      if (isMap(one.node)) one.collect(entries, visited);
      else one.refuse('a mapping to merge');
    }
  }

  /** What is written without quotes; empty for anything else. */
  private get plain(): string {
    return isScalar(this.node) && this.node.type === 'PLAIN' ? String(this.node.value) : '';
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

/** A key in a complaint, whatever it holds. */
function onOneLine(key: string): string {
  return /^[\x21-\x7e]*$/.test(key) ? key : JSON.stringify(key);
}
