import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { pluginFile } from './server-flags';

/** What the plugin's own server states about the installation. */
export interface Installation {
  readonly scrapeIntervalMs: number;
  /** Namespace of the agent; absent when the server does not tell. */
  readonly agentNamespace?: string;
}

/** The chart's own scrape interval. */
export const defaultInstallation: Installation = { scrapeIntervalMs: 15_000 };

function readInstallation(body: unknown): Installation {
  const { agentNamespace, scrapeIntervalSeconds } = (body ?? {}) as Record<string, unknown>;
  const seconds = Number(scrapeIntervalSeconds);
  return {
    scrapeIntervalMs:
      seconds > 0 && Number.isFinite(seconds)
        ? Math.round(seconds * 1000)
        : defaultInstallation.scrapeIntervalMs,
    ...(typeof agentNamespace === 'string' && agentNamespace !== '' && { agentNamespace }),
  };
}

let stated: Promise<Installation> | undefined;

/**
 * The installation, fetched once while the page lives. An old server without the file, or any other
 * failure, gives the defaults: the tab works without it. Only a failure is asked for again.
 */
export function fetchInstallation(): Promise<Installation> {
  stated ??= consoleFetchJSON(pluginFile('host-processes.json')).then(
    readInstallation,
    (error: unknown) => {
      const { code } = (error ?? {}) as { code?: unknown };
      if (code !== 404) stated = undefined;
      return defaultInstallation;
    },
  );
  return stated;
}
