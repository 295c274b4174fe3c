import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { createClient, type Client } from '../../prometheus/http-api/client';
import { AskError } from '../../prometheus/http-api/ask-error';
import { addressOf, type ApiRequest } from '../../prometheus/http-api/request';
import type { Access } from './access';
import { prometheusBase, prometheusTenancyBase } from './server-flags';

/** The tenancy proxy wants to be told whose metrics are asked for, and answers with no others. */
function addressFor(access: Access, request: ApiRequest): string | undefined {
  if (access.kind === 'cluster') {
    const base = prometheusBase();
    return base && addressOf(base, request);
  }
  const base = prometheusTenancyBase();
  const params = { ...request.params, namespace: access.namespace };
  return base && addressOf(base, { ...request, params });
}

/** A client that asks with the user's own rights, through the console's proxy, until the signal aborts. */
export function consoleClient(signal: AbortSignal, access: Access): Client {
  return createClient((request) => {
    const address = addressFor(access, request);
    if (address === undefined) {
      throw new AskError('absent', 'This console has no address of Prometheus.');
    }
    return consoleFetchJSON(address, 'GET', { signal });
  });
}
