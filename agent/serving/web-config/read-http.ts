import { goDurationMs } from '../../configuration/go-duration';
import type { YamlValue } from '../../configuration/yaml-value';
import type { RateLimit } from '../token-bucket';

/** The headers that exporter-toolkit knows, with the values of those that are enumerations. */
const knownHeaders: Readonly<Record<string, readonly string[] | undefined>> = {
  'Strict-Transport-Security': undefined,
  'X-Content-Type-Options': ['nosniff'],
  'X-Frame-Options': ['deny', 'sameorigin'],
  'X-XSS-Protection': undefined,
  'Content-Security-Policy': undefined,
};

/** `http_server_config`: the headers. `http2` is checked and has no effect: we speak HTTP/1.1. */
export function readHttp(section: YamlValue | undefined): Readonly<Record<string, string>> {
  const fields = section?.fields(['http2', 'headers']);
  fields?.get('http2')?.boolean();
  const headers: Record<string, string> = {};
  for (const [name, value] of fields?.get('headers')?.fields(Object.keys(knownHeaders)) ?? []) {
    const values = knownHeaders[name];
    const isValid = (text: string) => values?.includes(text) ?? /^[\t\x20-\x7e]*$/.test(text);
    const expected = values?.join(' or ') ?? 'visible ASCII characters on one line';
    const header = value.meaning((text) => (isValid(text) ? text : undefined), expected);
    // "Unset if blank."
    if (header) headers[name] = header;
  }
  return headers;
}

const bcryptHash = /^\$2[aby]?\$(?:0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{53}$/;

/** `basic_auth_users`: bcrypt hashes by user. */
export function readUsers(section: YamlValue | undefined): Map<string, string> {
  const users = new Map<string, string>();
  for (const [user, value] of section?.entries() ?? []) {
    const hash = value.isNull ? '' : (value.text() ?? '');
    // Not shown: somebody may have written the password itself.
    if (!bcryptHash.test(hash)) {
      value.complain('expects a bcrypt hash, such as "htpasswd -nBC 10 USER" prints');
    } else if (user.includes(':')) value.complain('is of a user whose name holds a colon');
    else users.set(user, hash);
  }
  return users;
}

/** `rate_limit`; `undefined`: no limit. */
export function readRateLimit(section: YamlValue | undefined): RateLimit | undefined {
  const fields = section?.fields(['interval', 'burst']);
  const intervalMs = fields?.get('interval')?.meaning(intervalIn, 'a duration such as 1s, or 0');
  const given = fields?.get('burst');
  const burst = given?.wholeNumber() ?? 0;
  if (intervalMs === undefined || intervalMs === 0) return undefined;
  if (burst < 1) {
    (given ?? section)?.complain(
      'expects a burst of 1 or more: with none no request would ever be answered',
    );
    return undefined;
  }
  return { intervalMs, burst };
}

/** A duration of Go's, or one of its integers, which are nanoseconds. In milliseconds. */
function intervalIn(text: string): number | undefined {
  return /^\d{1,18}$/.test(text) ? Number(text) * 1e-6 : goDurationMs(text);
}
