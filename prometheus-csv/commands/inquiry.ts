import type { Client } from '../../prometheus/http-api/client';
import type { Options } from '../command-line/options';
import type { Watcher } from '../questions/ask-interval';

/** What a command needs: whom to ask for what, and whom to tell meanwhile. */
export interface Inquiry {
  readonly options: Options;
  /** Who answers, for people. */
  readonly source: string;
  readonly client: Client;
  readonly watcher: Watcher;
  /** Says something beside the result, once. */
  readonly note: (text: string) => void;
}

/** What a command found: the text to write, and the exit status. */
export interface Outcome {
  readonly text: string;
  readonly status: 0 | 1 | 3;
}

/** A reservation is exceeded, or something grew. */
export const exceededStatus = 3;
