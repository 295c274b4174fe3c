import { parse as parseCsv } from 'papaparse';
import { parse as parseYaml } from 'yaml';
import { UsageError } from '../command-line/usage-error';
import { noOwner, type Owner, type Row } from './row';

const ownerNames = ['node', 'class', 'kind', 'unit', 'namespace', 'name', 'thread'] as const;
const figureNames = {
  avg_cores: 'average',
  min_cores: 'minimum',
  max_cores: 'maximum',
  p95_cores: 'p95',
} as const;

type Line = Readonly<Record<string, unknown>>;

/**
 * Reads an earlier export: CSV, JSON or YAML, whichever it is.
 * @throws UsageError when it is none of ours
 */
export function readExport(file: string, text: string): Row[] {
  const lines = linesOf(text);
  const [first] = lines ?? [];
  if (!lines || (first && !(typeof first.node === 'string' && 'avg_cores' in first))) {
    throw new UsageError(
      `The baseline ${file} is no export of prometheus-csv: columns node, class, …, avg_cores were expected.`,
    );
  }
  return lines.map(rowOf);
}

function linesOf(text: string): readonly Line[] | undefined {
  if (/^(?:\ufeff)?node,class,/.test(text)) {
    return parseCsv<Record<string, string>>(text.replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data.map(withoutApostrophes);
  }
  try {
    // JSON is YAML, too, but JSON's own parser is many times faster.
    const document: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : parseYaml(text);
    const { rows } = document as { readonly rows?: unknown };
    return Array.isArray(rows) ? (rows as Line[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes off what kept spreadsheets from reading a formula. */
function withoutApostrophes(line: Record<string, string>): Line {
  return Object.fromEntries(
    Object.entries(line).map(([name, value]) => [name, value.replace(/^'(?=[=+\-@\t\r])/, '')]),
  );
}

function rowOf(line: Line): Row {
  const owner = Object.fromEntries(
    ownerNames.map((name) => [name, typeof line[name] === 'string' ? line[name] : '']),
  ) as Partial<Owner>;
  const figures = Object.fromEntries(
    Object.entries(figureNames).map(([column, figure]) => {
      const value = line[column];
      return [figure, value === '' || value === null || value === undefined ? NaN : Number(value)];
    }),
  ) as Record<(typeof figureNames)[keyof typeof figureNames], number>;
  return { ...noOwner, ...owner, ...figures };
}
