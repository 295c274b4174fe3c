import type { RateLimit } from '../token-bucket';
import type { Place, YamlReading } from './yaml-reading';

/** The headers that exporter-toolkit knows, with the values of those that are enumerations. */
const knownHeaders: Readonly<Record<string, readonly string[] | undefined>> = {
  'Strict-Transport-Security': undefined,
  'X-Content-Type-Options': ['nosniff'],
  'X-Frame-Options': ['deny', 'sameorigin'],
  'X-XSS-Protection': undefined,
  'Content-Security-Policy': undefined,
};

/** YAML 1.1's, which Go's parser takes. */
const booleans: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

export function readBoolean(reading: YamlReading, place: Place | undefined): boolean | undefined {
  return reading.meaning(place, (text) => booleans[text.toLowerCase()], 'true or false');
}

/** `http_server_config`: the headers. `http2` is checked and has no effect: we speak HTTP/1.1. */
export function readHttp(
  reading: YamlReading,
  place: Place | undefined,
): Readonly<Record<string, string>> {
  const section = reading.mapping(place, ['http2', 'headers']);
  readBoolean(reading, section.get('http2'));
  const headers: Record<string, string> = {};
  for (const [name, at] of reading.mapping(section.get('headers'), Object.keys(knownHeaders))) {
    const values = knownHeaders[name];
    const isValid = (text: string) => values?.includes(text) ?? /^[\t\x20-\x7e]*$/.test(text);
    const expected = values?.join(' or ') ?? 'visible ASCII characters on one line';
    const value = reading.meaning(at, (text) => (isValid(text) ? text : undefined), expected);
    // "Unset if blank."
    if (value) headers[name] = value;
  }
  return headers;
}

const bcryptHash = /^\$2[aby]?\$(?:0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{53}$/;

/** `basic_auth_users`: bcrypt hashes by user. */
export function readUsers(reading: YamlReading, place: Place | undefined): Map<string, string> {
  const users = new Map<string, string>();
  for (const [user, at] of reading.mapping(place)) {
    const hash = reading.text(at) ?? '';
    // Not shown: somebody may have written the password itself.
    if (!bcryptHash.test(hash)) {
      reading.complain(at, 'expected a bcrypt hash, such as "htpasswd -nBC 10 USER" prints');
    } else if (user.includes(':')) reading.complain(at, 'a user name cannot hold a colon');
    else users.set(user, hash);
  }
  return users;
}

/** `rate_limit`; `undefined`: no limit. */
export function readRateLimit(
  reading: YamlReading,
  place: Place | undefined,
): RateLimit | undefined {
  const section = reading.mapping(place, ['interval', 'burst']);
  const intervalMs = reading.meaning(
    section.get('interval'),
    durationMs,
    'a duration such as 1s, or 0',
  );
  const burst =
    reading.meaning(
      section.get('burst'),
      (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
      'a whole number',
    ) ?? 0;
  if (!place || intervalMs === undefined || intervalMs === 0) return undefined;
  if (burst < 1) {
    reading.complain(
      section.get('burst') ?? place,
      'expected a burst of 1 or more: with none no request would ever be answered',
    );
    return;
  }
  return { intervalMs, burst };
}

const unitMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

// Go's time.ParseDuration, and its integers, which are nanoseconds.
function durationMs(text: string): number | undefined {
  if (/^\d{1,18}$/.test(text)) return Number(text) * 1e-6;
  if (text.length > 64 || !/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, number, unit = ''] of text.matchAll(/([\d.]+)([a-zµ]+)/g)) {
    sum += Number(number) * (unitMs[unit] ?? NaN);
  }
  return sum;
}
