import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { createClient, type Client } from '../../prometheus/http-api/client';
import { AskError } from '../../prometheus/http-api/ask-error';
import { addressOf } from '../../prometheus/http-api/request';
import { prometheusBase } from './server-flags';

/** A client that asks with the user's own rights, through the console's proxy, until the signal aborts. */
export function consoleClient(signal: AbortSignal): Client {
  return createClient((request) => {
    const base = prometheusBase();
    if (base === undefined) {
      throw new AskError('absent', 'This console has no address of Prometheus.');
    }
    return consoleFetchJSON(addressOf(base, request), 'GET', { signal });
  });
}
