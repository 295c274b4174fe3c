export interface ListenAddress {
  /** `undefined`: every address of the machine, IPv6 where there is IPv6. */
  readonly host: string | undefined;
  readonly port: number;
}

/** Reads `[HOST]:PORT`; `undefined` when it is none. */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const match = /^(?:\[([^\]]+)\]|([^:]*)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (!match || port > 65_535) return undefined;
  const host = match[1] ?? match[2] ?? '';
  return { host: host === '' ? undefined : host, port };
}
