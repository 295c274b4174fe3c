import { compare } from 'bcryptjs';
import { createHmac, randomBytes } from 'node:crypto';

/** More passwords than this are not kept waiting for their verdict. */
const waitingAtMost = 10;
/** As many wrong passwords are remembered. */
const refusedAtMost = 100;

/**
 * Compares passwords with bcrypt hashes, which is meant to be slow. Verdicts are remembered, so that a
 * scraper costs one hash and no more; one hash is computed at a time, in slices between which the event
 * loop does other things; and who floods us with passwords is sent away.
 */
export class PasswordCheck {
  // Keyed by a digest under a key of this process: no password stays in memory.
  readonly #key = randomBytes(32);
  readonly #right = new Set<string>();
  readonly #wrong = new Set<string>();
  readonly #underWay = new Map<string, Promise<boolean>>();
  #last: Promise<unknown> = Promise.resolve();
  #computed = 0;

  /** How many hashes were computed. */
  get computed(): number {
    return this.#computed;
  }

  /** Whether the password has that hash; `undefined`: too many are waiting, ask again later. */
  matches(user: string, password: string, hash: string): Promise<boolean> | undefined {
    const digest = createHmac('sha256', this.#key)
      .update(JSON.stringify([user, password, hash]))
      .digest('base64');
    if (this.#right.has(digest)) return Promise.resolve(true);
    if (this.#wrong.has(digest)) return Promise.resolve(false);
    const same = this.#underWay.get(digest);
    if (same) return same;
    if (this.#underWay.size >= waitingAtMost) return undefined;
    const verdict = this.#last.then(() => {
      this.#computed++;
      return compare(password, hash);
    });
    this.#underWay.set(digest, verdict);
    this.#last = verdict.then(
      (matches) => this.#remember(digest, matches),
      () => this.#underWay.delete(digest),
    );
    return verdict;
  }

  /** Forgets what was right: for when the users changed. */
  forget(): void {
    this.#right.clear();
  }

  #remember(digest: string, matches: boolean): void {
    this.#underWay.delete(digest);
    if (matches) this.#right.add(digest);
    else {
      for (const oldest of this.#wrong) {
        if (this.#wrong.size < refusedAtMost) break;
        this.#wrong.delete(oldest);
      }
      this.#wrong.add(digest);
    }
  }
}
