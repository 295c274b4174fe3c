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
import { type Complaint, RulesFileError } from './complaint';
import { type ConfigFile, ConfigValue } from './config-value';
import { NameTemplate } from './name-template';
import type { GroupRule } from './rules';
import { selectorKeys, selectorOf } from './selectors';
import { NameTemplateError } from './template-syntax';

/** As much as a config map holds. */
const maxLength = 1024 * 1024;

const root = 'process_names';
const ruleKeys: readonly string[] = ['name', ...selectorKeys, 'threads'];

/**
 * Reads rules in process-exporter's YAML.
 * @param path only for the message of the error
 * @throws RulesFileError with every complaint there is
 */
export function parseRulesFile(text: string, path: string): GroupRule[] {
  const complaints: Complaint[] = [];
  const lines = new LineCounter();
  const complain = (offset: number, key: string, problem: string) => {
    const { line, col } = lines.linePos(offset);
    complaints.push({ line: Math.max(1, line), column: Math.max(1, col), key, problem });
  };
  const rules = read(text, lines, complain);
  if (complaints.length > 0) {
    complaints.sort((a, b) => a.line - b.line || a.column - b.column);
    throw new RulesFileError(path, complaints);
  }
  return rules;
}

function read(text: string, lines: LineCounter, complain: ConfigFile['complain']): GroupRule[] {
  if (text.length > maxLength) {
    complain(0, '', `expects at most ${maxLength} characters, found ${text.length}`);
    return [];
  }
  let contents: unknown;
  const targets = new Map<Alias, Node>();
  try {
    // All scalars stay texts as they are written, as process-exporter's lists of texts take them.
    const document = parseDocument(text, {
      schema: 'failsafe',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      strict: true,
      lineCounter: lines,
      logLevel: 'error',
    });
    for (const { pos, message } of [...document.errors, ...document.warnings]) {
      complain(pos[0], '', `is not YAML that can be read here: ${message}`);
    }
    if (document.errors.length + document.warnings.length > 0) return [];
    contents = document.contents;
    findTargets(contents as Node | null, targets);
  } catch (error) {
    // The parser walks nested values by recursion.
    if (!(error instanceof RangeError)) throw error;
    complain(0, '', 'expects rules, found values nested too deep to read');
    return [];
  }
  return readRules(new ConfigValue({ complain, targets }, contents, '', 0));
}

/** An alias stands for the last value before it that has its name. */
function findTargets(contents: Node | null, targets: Map<Alias, Node>): void {
  if (contents === null) return;
  const anchored = new Map<string, Node>();
  visit(contents, (_, node) => {
    if (isAlias(node)) {
      const target = anchored.get(node.source);
      if (target) targets.set(node, target);
    } else if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) {
      anchored.set(node.anchor, node);
    }
  });
}

function readRules(file: ConfigValue): GroupRule[] {
  const entries = file.entries();
  if (!entries) return [];
  for (const [key, value] of entries) {
    if (key !== root) value.complainOfKey(`is not known here, only ${root} is`);
  }
  const list = entries.get(root);
  if (!list) {
    file.complain(`expects the key ${root} with a list of rules`);
    return [];
  }
  return (list.items() ?? []).map(readRule);
}

function readRule(rule: ConfigValue): GroupRule {
  const entries = rule.entries();
  if (!entries) return {};
  for (const [key, value] of entries) {
    if (!ruleKeys.includes(key)) {
      value.complainOfKey(`is not known here, only ${ruleKeys.join(', ')} are`);
    }
    if (value.isNull) entries.delete(key);
  }
  const selection = selectorKeys.flatMap((key) => {
    const value = entries.get(key);
    return value ? [[key, selectorOf(key).parse(value)] as const] : [];
  });
  if (selection.length === 0) rule.complain(`expects one of ${selectorKeys.join(', ')}`);
  const name = readName(entries.get('name'));
  const threads = entries.get('threads')?.boolean();
  return {
    ...(Object.fromEntries(selection) as GroupRule),
    ...(name && { name }),
    ...(threads !== undefined && { threads }),
  };
}

function readName(value: ConfigValue | undefined): NameTemplate | undefined {
  const source = value?.text();
  // As in process-exporter, an empty name is none.
  if (value === undefined || source === undefined || source === '') return undefined;
  try {
    return new NameTemplate(source);
  } catch (error) {
    if (!(error instanceof NameTemplateError)) throw error;
    value.complain(`expects a name made of process-exporter's variables: ${error.message}`);
    return undefined;
  }
}
