import {
  type Alias,
  isAlias,
  isCollection,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { type Complaint, ComplaintsError } from './complaint';
import { TooManyValuesError, type YamlFile, YamlValue } from './yaml-value';

/** As much as a config map holds. */
const maxLength = 1024 * 1024;

/** More values than that only aliases make: what they stand for is read again for each of them. */
const maxValues = maxLength;

/**
 * Reads a file of settings.
 * @param path only for the message of the error
 * @param read makes of the file's value what it means, and complains of what means nothing
 * @throws ComplaintsError with every complaint there is, in the order of the file
 */
export function readYaml<T>(text: string, path: string, read: (root: YamlValue) => T): T {
  const complaints: Complaint[] = [];
  const lines = new LineCounter();
  const complain = (offset: number, key: string, problem: string) => {
    const { line, col } = lines.linePos(offset);
    complaints.push({ line: Math.max(1, line), column: Math.max(1, col), key, problem });
  };
  try {
    const contents = parse(text, lines, complain);
    if (contents !== undefined) {
      const file: YamlFile = { complain, targets: aliasTargets(contents), valuesLeft: maxValues };
      const value = read(new YamlValue(file, contents, '', 0));
      if (complaints.length === 0) return value;
    }
  } catch (error) {
    const problem = tooMuch(error);
    if (problem === undefined) throw error;
    complain(0, '', problem);
  }
  complaints.sort((a, b) => a.line - b.line || a.column - b.column);
  throw new ComplaintsError(path, complaints);
}

/** What to say of values that are too many or too deep; `undefined` for any other error. */
function tooMuch(error: unknown): string | undefined {
  if (error instanceof TooManyValuesError) {
    return `expects at most ${maxValues} values, those that aliases repeat included`;
  }
  // Nested values are walked by recursion.
  return error instanceof RangeError
    ? 'expects values that are not nested too deep to read'
    : undefined;
}

/** @returns the document's node, `null` for an empty one; `undefined` when there are complaints */
function parse(
  text: string,
  lines: LineCounter,
  complain: YamlFile['complain'],
): Node | null | undefined {
  if (text.length > maxLength) {
    complain(0, '', `expects at most ${maxLength} characters, found ${text.length}`);
    return undefined;
  }
  // All scalars stay texts as they are written, so that each reader decides what its text means, as the
  // types of a Go program decide.
  const { contents, errors, warnings } = parseDocument(text, {
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    lineCounter: lines,
    logLevel: 'error',
  });
  const problems = [...errors, ...warnings];
  // The parser catches it, and goes on to complain of each bracket.
  if (problems.some(({ message }) => message.includes('call stack'))) throw new RangeError();
  for (const { pos, message } of problems) {
    complain(pos[0], '', `is not YAML that can be read here: ${message.replace(/\.$/, '')}`);
  }
  return problems.length > 0 ? undefined : contents;
}

/** An alias stands for the last value before it that has its name. */
function aliasTargets(contents: Node | null): Map<Alias, Node> {
  const targets = new Map<Alias, Node>();
  if (contents === null) return targets;
  const anchored = new Map<string, Node>();
  visit(contents, (_, node) => {
    if (isAlias(node)) {
      const target = anchored.get(node.source);
      if (target) targets.set(node, target);
    } else if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) {
      anchored.set(node.anchor, node);
    }
  });
  return targets;
}
