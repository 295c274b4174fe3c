import { createHash, timingSafeEqual } from 'node:crypto';
import { SettingsError } from '../../../https-server/settings-error';
import { type Access, allowed } from './access';

/**
 * Lets in who sends the token (RFC 6750). The comparison takes the same time wherever the texts
 * differ: what is compared are digests, which are of one length and tell nothing about the token.
 * @param file what the token was read from; line ends at its end do not belong to the token
 * @throws SettingsError when there is no token in it, or one that no header can carry
 */
export function bearerToken(file: string, content: Buffer): Access {
  const token = content.toString('utf8').replace(/[\r\n]+$/, '');
  if (!/^[\x21-\x7e]+$/.test(token)) {
    const found = token === '' ? 'found none' : 'found other characters';
    throw new SettingsError(
      `${file}: expected a bearer token of visible ASCII characters, ${found}.`,
    );
  }
  const expected = digestOf(token);
  return ({ headers }) => {
    const given = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
    if (given === undefined) {
      return {
        allowed: false,
        status: 401,
        challenge: 'Bearer',
        reason: 'A bearer token is needed.',
      };
    }
    if (timingSafeEqual(digestOf(given), expected)) return allowed;
    return { allowed: false, status: 403, reason: 'The bearer token is not the right one.' };
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
