import path from 'node:path';
import { authorities, keyPair, readPem } from '../../https-server/key-pair';
import type { Load } from '../../https-server/reloaded';
import { refuseRestart, type ServerRules } from '../../https-server/reloading-server';
import { tlsRules } from '../../https-server/tls-rules';
import { type Access, allOf, anyOf } from './access/access';
import { basicAuth } from './access/basic-auth';
import { bearerToken } from './access/bearer-token';
import { clientCertificate } from './access/client-certificate';
import { PasswordCheck } from './access/password-check';
import { tokenBucket } from './token-bucket';
import { parseWebConfig } from './web-config/parse-web-config';
import { certificateDemand, webConfigTls } from './web-config/web-config-tls';
import type { WebOptions } from './web-options';

/** What the agent goes by when it answers. */
export interface ServingRules extends ServerRules {
  /** For all but `/healthz`. */
  readonly access: Access;
  /** Sent with every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether one more request is answered now. */
  readonly withinRate: () => boolean;
}

/** How to make the rules from the files that the options name. */
export function servingRules(web: WebOptions, nowMs: () => number): Load<ServingRules> {
  return web.kind === 'flags' ? fromFlags(web) : fromConfigFile(web.configFile, nowMs);
}

function fromFlags({ tls, bearerTokenFile }: WebOptions & { kind: 'flags' }): Load<ServingRules> {
  return (read) => {
    const accesses: Access[] = [];
    if (bearerTokenFile !== undefined) {
      accesses.push(bearerToken(bearerTokenFile, read(bearerTokenFile)));
    }
    if (tls?.clientCaFile !== undefined) {
      const names = tls.clientNames.length === 0 ? undefined : tls.clientNames;
      accesses.push(
        clientCertificate({ required: true, verified: true, names, commonNameCounts: true }),
      );
    }
    return {
      tls: tls && {
        ...tlsRules({
          ...tls,
          pair: keyPair(readPem(read, tls.certFile), readPem(read, tls.keyFile)),
          clientAuthorities:
            tls.clientCaFile === undefined
              ? undefined
              : authorities(readPem(read, tls.clientCaFile)),
        }),
      },
      access: accesses.length === 0 ? allOf([]) : anyOf(accesses),
      headers: {},
      withinRate: () => true,
    };
  };
}

function fromConfigFile(file: string, nowMs: () => number): Load<ServingRules> {
  const passwords = new PasswordCheck();
  return (read, previous) => {
    const config = parseWebConfig(read(file).toString('utf8'), file);
    const { tls, users, rateLimit, headers } = config;
    const accesses: Access[] = [];
    if (tls) accesses.push(clientCertificate(certificateDemand(tls)));
    if (users.size > 0) accesses.push(basicAuth(users, passwords));
    const rules: ServingRules = {
      tls: tls && tlsRules(webConfigTls(tls, path.dirname(file), read)),
      access: allOf(accesses),
      headers,
      withinRate: rateLimit ? tokenBucket(rateLimit, nowMs) : () => true,
    };
    refuseRestart(previous, rules);
    passwords.forget();
    return rules;
  };
}
