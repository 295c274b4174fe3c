/** One series with its value. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const line = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)(?: -?\d+)?$/;
const label = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"(?:,|$)/gy;
const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

/**
 * Parses the Prometheus text format 0.0.4.
 * @throws Error that names the first line which is not of that format
 */
export function parseExposition(text: string): Sample[] {
  const samples: Sample[] = [];
  for (const one of text.split('\n')) {
    if (one === '' || one.startsWith('#')) continue;
    const [, name, labels = '', value = ''] = line.exec(one) ?? [];
    if (name === undefined) throw notASample(one);
    samples.push({ name, labels: parseLabels(labels, one), value: parseValue(value, one) });
  }
  return samples;
}

function parseLabels(text: string, whole: string): Record<string, string> {
  const labels: Record<string, string> = {};
  let end = 0;
  for (const [all, name = '', value = ''] of text.matchAll(label)) {
    labels[name] = value.replace(/\\(.)/g, (_, char: string) => escapes[char] ?? char);
    end += all.length;
  }
  if (end !== text.length) throw notASample(whole);
  return labels;
}

/** As Go's ParseFloat, which Prometheus uses: infinity and NaN in any case. */
function parseValue(text: string, whole: string): number {
  if (/^nan$/i.test(text)) return NaN;
  const infinity = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinity) return infinity[1] === '-' ? -Infinity : Infinity;
  const value = Number(text);
  if (Number.isNaN(value)) throw notASample(whole);
  return value;
}

function notASample(text: string): Error {
  return new Error(
    `Expected a sample as in name{label="value"} 1, found ${JSON.stringify(text)}; is it an exposition?`,
  );
}
