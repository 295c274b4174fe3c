import {
  type ListenAddress,
  parseListenAddress as listenAddressIn,
} from '../../https-server/listen-address';
import { goDurationMs } from '../configuration/go-duration';
import { countCpuList } from '../procfs/kernel-command-line';
import { OptionError } from './option-error';

/** `[HOST]:PORT`; an IPv6 address stands in brackets. */
export function parseListenAddress(flag: string, text: string): ListenAddress {
  const address = listenAddressIn(text);
  if (!address) throw refused(flag, '[HOST]:PORT, for example :9256 or 127.0.0.1:9256', text);
  return address;
}

/** A path for metrics, which is none that the agent uses itself. */
export function parseTelemetryPath(flag: string, text: string): string {
  if (!/^\/[^?#\s]+$/.test(text) || text === '/healthz') {
    throw refused(flag, 'a path such as /metrics', text);
  }
  return text;
}

/** A duration as Go writes it, such as `15s`, `1.5h` or `1m30s`, in milliseconds; 0 is none. */
export function parseDuration(flag: string, text: string): number {
  const ms = goDurationMs(text);
  if (ms === undefined || ms <= 0) throw refused(flag, 'a duration such as 15s', text);
  return ms;
}

/** As `parseDuration`, and 0 means off. */
export function parseDurationOrZero(flag: string, text: string): number {
  const ms = goDurationMs(text);
  if (ms === undefined) throw refused(flag, 'a duration such as 15s, or 0', text);
  return ms;
}

/** A timer of Node.js that is to wait longer ends at once. */
const longestDelayMs = 2 ** 31 - 1;

/** How long to wait before something is done; 0 means off. */
export function parseDelay(flag: string, text: string): number {
  const ms = parseDurationOrZero(flag, text);
  if (ms > longestDelayMs) throw refused(flag, 'at most 596h', text);
  return ms;
}

/** A number of things, 0 included. */
export function parseCount(flag: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw refused(flag, 'a whole number', text);
  return Number(text);
}

/**
 * How long what ended is remembered. What is idle and alive is noticed once a minute, and must not be taken
 * for ended.
 */
export function parseForgetAfter(flag: string, text: string): number {
  const ms = parseDuration(flag, text);
  if (ms < 120_000) throw refused(flag, 'at least 2m', text);
  return ms;
}

/** How many there may be; 0 lifts the limit. */
export function parseLimit(flag: string, text: string): number {
  return parseCount(flag, text) || Infinity;
}

/** A number of CPUs, from a number or a list; `undefined` when nothing is given. */
export function parseReservedCpus(flag: string, text: string): number | undefined {
  if (text === '') return undefined;
  const cpus = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : countCpuList(text);
  if (cpus === undefined) throw refused(flag, 'a number of CPUs or a list such as 0-1,28-29', text);
  return cpus;
}

/** Set by the downward API (`limits.cpu` of a container without limit, in thousandths of a CPU). */
export const allocatableVariable = 'HOST_PROCESSES_ALLOCATABLE_MILLICPUS';

/** CPUs, from the value of `allocatableVariable`. */
export function parseAllocatable(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new OptionError(
      `${allocatableVariable} expects thousandths of a CPU, such as 3500, found ${JSON.stringify(text)}.`,
    );
  }
  return Number(text) / 1000;
}

/** A path, without the slash at its end. */
export function withoutLastSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

function refused(flag: string, expected: string, text: string): OptionError {
  return new OptionError(`Option --${flag} expects ${expected}, found ${JSON.stringify(text)}.`);
}
