import { variables, type VariableName } from './template-variables';

/** What is not in the part of Go's text/template that names are made of; a clause that quotes it. */
export class NameTemplateError extends Error {
  override readonly name = 'NameTemplateError';
}

/** What stands between `{{` and `}}`. */
export interface Operand {
  readonly variable: VariableName;
  /** Of `.Matches` the name of a group, of `.Cgroups` a position. */
  readonly argument?: string | number;
  /** Whether the argument was given by `index`. */
  readonly byIndex?: true;
}

// In the order of Go's lexer: a `}}` inside quotes closes nothing.
const token =
  /[ \t\r\n]+|"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`|\.[\p{L}_][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)*|[\p{L}_][\p{L}\p{Nd}_]*|\d+/uy;

/**
 * Splits a template at its actions, in one walk from left to right.
 * @throws NameTemplateError
 */
export function templateParts(source: string): (string | Operand)[] {
  const parts: (string | Operand)[] = [];
  let at = 0;
  let trimNext = false;
  for (;;) {
    const open = source.indexOf('{{', at);
    let text = source.slice(at, open < 0 ? undefined : open);
    if (trimNext) text = text.replace(/^[ \t\r\n]+/, '');
    const trimBefore = open >= 0 && /^-[ \t\r\n]/.test(source.slice(open + 2, open + 4));
    if (trimBefore) text = withoutSpaceAtEnd(text);
    if (text !== '') parts.push(text);
    if (open < 0) return parts;
    const action = readAction(source, open, open + (trimBefore ? 4 : 2));
    if (action.operand !== undefined) parts.push(action.operand);
    at = action.end;
    trimNext = action.trimAfter;
  }
}

interface Action {
  /** Text for a constant, nothing for a comment. */
  readonly operand: string | Operand | undefined;
  readonly end: number;
  readonly trimAfter: boolean;
}

function readAction(source: string, open: number, start: number): Action {
  if (source.startsWith('/*', start)) return readComment(source, open, start);
  const words: string[] = [];
  let at = start;
  for (;;) {
    const close = /^(?:[ \t\r\n]-)?\}\}/.exec(source.slice(at, at + 4))?.[0];
    if (close !== undefined) {
      const end = at + close.length;
      const operand = parseOperand(words, quote(source, open, end));
      return { operand, end, trimAfter: close.length > 2 };
    }
    token.lastIndex = at;
    const word = token.exec(source)?.[0];
    if (word === undefined) {
      const rest = at >= source.length ? 'it is not closed' : notKnown;
      throw new NameTemplateError(`${quote(source, open, source.length)}: ${rest}`);
    }
    // White space before a closing `-}}` belongs to it.
    if (/^[ \t\r\n]/.test(word)) {
      at += source.startsWith('-}}', at + word.length) ? word.length - 1 : word.length;
      continue;
    }
    words.push(word);
    at += word.length;
  }
}

function readComment(source: string, open: number, start: number): Action {
  const close = source.indexOf('*/', start + 2);
  const end = close < 0 ? undefined : /^(?:[ \t\r\n]+-)?\}\}/.exec(source.slice(close + 2))?.[0];
  if (end === undefined) {
    throw new NameTemplateError(
      `${quote(source, open, source.length)}: a comment ends with */ right before }}`,
    );
  }
  return { operand: undefined, end: close + 2 + end.length, trimAfter: end.length > 2 };
}

const notKnown =
  'known are variables, {{index .Matches "x"}}, {{index .Cgroups 0}}, texts in quotes, comments';

function parseOperand(words: readonly string[], quoted: string): string | Operand {
  const [first = '', second = '', third = ''] = words;
  if (words.length === 1 && first.startsWith('.')) return parseVariable(first, quoted);
  if (words.length === 1 && /^["`]/.test(first)) return unquote(first, quoted);
  if (words.length === 3 && first === 'index') {
    if (second === '.Matches' && /^["`]/.test(third)) {
      return { variable: 'Matches', argument: unquote(third, quoted), byIndex: true };
    }
    if (second === '.Cgroups' && /^\d{1,9}$/.test(third)) {
      return { variable: 'Cgroups', argument: Number(third), byIndex: true };
    }
  }
  throw new NameTemplateError(`${quoted}: ${notKnown}`);
}

function parseVariable(path: string, quoted: string): Operand {
  const [, name = '', key, ...more] = path.split('.');
  if (!Object.hasOwn(variables, name)) {
    const known = Object.keys(variables).map((one) => `.${one}`);
    throw new NameTemplateError(`${quoted}: there is no .${name}, there are ${known.join(' ')}`);
  }
  const variable = name as VariableName;
  if (key === undefined) return { variable };
  if (variable === 'Matches' && more.length === 0) return { variable, argument: key };
  throw new NameTemplateError(`${quoted}: only .Matches has parts, such as .Matches.x`);
}

function unquote(literal: string, quoted: string): string {
  if (literal.startsWith('`')) return literal.slice(1, -1);
  try {
    return JSON.parse(literal) as string;
  } catch {
    throw new NameTemplateError(`${quoted}: escapes that are known are \\" \\\\ \\n \\t \\uXXXX`);
  }
}

function withoutSpaceAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function quote(source: string, start: number, end: number): string {
  const text = source.slice(start, end);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
