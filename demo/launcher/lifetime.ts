import { UserError } from '../../scripts/user-error';

/** A program of ours that is to run until we stop it. */
export interface Owned {
  /** Rejects when it ends although nobody stopped it. */
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

/** Everything that a run started, so that one call ends it all. */
export interface Lifetime {
  /** Aborted when the end has begun: for work that is ended by not going on. */
  readonly signal: AbortSignal;
  /** Something to end; what was added last ends first. */
  add(end: () => Promise<void>): void;
  /** A program to end, whose own death ends the run. */
  own(child: Owned): void;
  /** The work, unless a program of ours dies or a person stops the run before it is done. */
  during<T>(work: Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** A person or the system asked us to end; nothing went wrong. */
export class Interrupted extends UserError {
  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}.`);
  }
}

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Begins a lifetime: from here on, signals end what is added to it. */
export function beginLifetime(): Lifetime {
  const ends: (() => Promise<void>)[] = [];
  const ending = new AbortController();
  let fail: (reason: Error) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => (fail = reject));
  // Nobody may be waiting at the moment when it happens.
  failed.catch(() => undefined);
  const listeners = signals.map((signal) => {
    const listener = () => fail(new Interrupted(signal));
    process.on(signal, listener);
    return { signal, listener };
  });
  const add = (end: () => Promise<void>) => {
    ends.push(end);
    // Work that was interrupted goes on until its next step; what it still starts must not stay.
    if (ending.signal.aborted) void end();
  };
  return {
    signal: ending.signal,
    add,
    own: (child) => {
      add(() => child.stop());
      child.died.catch(fail);
    },
    during: (work) => {
      work.catch(() => undefined);
      return Promise.race([failed, work]);
    },
    end: async () => {
      ending.abort();
      for (let end = ends.pop(); end; end = ends.pop()) await end();
      for (const { signal, listener } of listeners) process.off(signal, listener);
    },
  };
}
