import { type Access, allowed } from './access';
import type { PasswordCheck } from './password-check';

/**
 * Basic authentication (RFC 7617) as exporter-toolkit has it: no and wrong credentials both are 401, so
 * that a browser asks again.
 * @param users bcrypt hashes by user; not empty
 */
export function basicAuth(users: ReadonlyMap<string, string>, check: PasswordCheck): Access {
  const decoy = decoyFor([...users.values()]);
  return async ({ headers }) => {
    const given = credentials(headers.authorization ?? '');
    if (!given) return refusal('A user and a password are needed.');
    const { user, password } = given;
    // Somebody unknown takes as long as somebody known.
    const matches = check.matches(user, password, users.get(user) ?? decoy);
    if (matches === undefined) {
      const reason = 'Too many passwords are being checked; try again later.';
      return { allowed: false, status: 429, reason };
    }
    if ((await matches) && users.has(user)) return allowed;
    return refusal('The user or the password is not the right one.');
  };
}

function refusal(reason: string) {
  const challenge = 'Basic realm="host-processes-agent", charset="UTF-8"';
  return { allowed: false, status: 401, challenge, reason } as const;
}

function credentials(header: string): { user: string; password: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) return undefined;
  return { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** A hash of no password that anybody knows, as costly as the costliest. */
function decoyFor(hashes: readonly string[]): string {
  const cost =
    hashes
      .map((hash) => hash.split('$')[2] ?? '10')
      .sort()
      .at(-1) ?? '10';
  return `$2b$${cost}$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi`;
}
