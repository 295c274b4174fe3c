/** The name under which everything beyond a budget is counted. */
export const otherName = '(other)';

/** Names that change places at one review: a name that lost its place is still exposed for a while. */
const maxSwaps = 10;

/** A folded name takes another's place only when it is that much busier. */
const busierBy = 2;

/** What a name is known by, made once. */
export interface NameKey {
  readonly parent: string;
  readonly name: string;
  readonly key: string;
  /** Where its budget found it last: it is asked for again and again, and a map takes longer. */
  entry: BudgetEntry | undefined;
}

export function nameKey(parent: string, name: string): NameKey {
  return { parent, name, key: `${parent}\0${name}`, entry: undefined };
}

/** A name as its budget keeps it. */
interface BudgetEntry {
  /** The budget that it is in; `undefined` once it was forgotten. */
  budget: object | undefined;
  readonly parent: string;
  admitted: boolean;
  /** CPU time of late: halved at each review. */
  recentUsec: number;
  lastSeenMs: number;
}

export interface NameLimits {
  /** How many names there may be on the node. */
  readonly total: number;
  /** How many below one parent, for instance thread names in one group. */
  readonly perParent: number;
  /** A name that was not seen for that long is forgotten. */
  readonly forgetAfterMs: number;
}

/**
 * A bounded set of names. As long as there is room every name keeps its own; beyond that the busiest do,
 * and the rest is `(other)`. What a name used before it was folded is never moved.
 */
export class NameBudget {
  private readonly names = new Map<string, BudgetEntry>();
  private readonly perParent = new Map<string, number>();
  private admittedCount = 0;
  private readonly unsettled = new Set<string>();
  /** How many times a name was refused its own series, or lost it. */
  foldedTotal = 0;

  constructor(private readonly limits: NameLimits) {}

  get size(): number {
    return this.admittedCount;
  }

  /** Notices a name that is in use, with what it used in this pass. */
  note(name: NameKey, usec: number, nowMs: number): void {
    const known = this.find(name);
    if (known) {
      known.recentUsec += usec;
      known.lastSeenMs = nowMs;
      return;
    }
    const { parent, key } = name;
    const entry = { budget: this, parent, admitted: false, recentUsec: usec, lastSeenMs: nowMs };
    name.entry = entry;
    this.names.set(key, entry);
    this.unsettled.add(key);
  }

  /** Decides on the names noticed since the last call, the busiest first. */
  settle(): void {
    const newcomers = this.busiestFirst([...this.unsettled]);
    this.unsettled.clear();
    for (const key of newcomers) if (!this.admit(key)) this.foldedTotal += 1;
  }

  /**
   * Decides on all names anew. To be called about once a minute: often enough to notice who became busy,
   * seldom enough not to flap.
   */
  review(nowMs: number): void {
    let swaps = 0;
    const folded: string[] = [];
    // What runs once a minute is never compiled well: `for … of` would leave an object for each of thousands.
    this.names.forEach((name, key) => {
      if (nowMs - name.lastSeenMs < this.limits.forgetAfterMs) {
        if (!name.admitted) folded.push(key);
        return;
      }
      if (name.admitted) this.release(name);
      name.budget = undefined;
      this.names.delete(key);
    });
    let idlestOfAll = folded.length === 0 ? undefined : this.idlest();
    for (const key of this.busiestFirst(folded)) {
      const name = this.names.get(key);
      if (!name || this.admit(key)) continue;
      // The busiest come first: when one cannot replace the idlest of all, none after it can.
      if (swaps >= maxSwaps || !isBusier(name, idlestOfAll)) break;
      const idlest = this.isFull(name.parent) ? this.idlest(name.parent) : idlestOfAll;
      if (!idlest || !isBusier(name, idlest)) continue;
      this.release(idlest);
      this.foldedTotal += 1;
      this.admit(key);
      swaps += 1;
      idlestOfAll = this.idlest();
    }
    this.names.forEach((name) => {
      name.recentUsec = Math.floor(name.recentUsec / 2);
    });
  }

  /** The name itself, or `(other)`. */
  nameOf(name: NameKey): string {
    return this.has(name) ? name.name : otherName;
  }

  has(name: NameKey): boolean {
    return this.find(name)?.admitted === true;
  }

  private find(name: NameKey): BudgetEntry | undefined {
    if (name.entry?.budget !== this) name.entry = this.names.get(name.key);
    return name.entry;
  }

  private isFull(parent: string): boolean {
    return (this.perParent.get(parent) ?? 0) >= this.limits.perParent;
  }

  /** The idlest of the names that have series of their own, on the node or below one parent. */
  private idlest(parent?: string): BudgetEntry | undefined {
    let idlest: BudgetEntry | undefined;
    this.names.forEach((name) => {
      if (!name.admitted || (parent !== undefined && name.parent !== parent)) return;
      if (!idlest || name.recentUsec < idlest.recentUsec) idlest = name;
    });
    return idlest;
  }

  private admit(key: string): boolean {
    const name = this.names.get(key);
    if (!name) return false;
    const siblings = this.perParent.get(name.parent) ?? 0;
    if (this.admittedCount >= this.limits.total || this.isFull(name.parent)) return false;
    name.admitted = true;
    this.admittedCount += 1;
    this.perParent.set(name.parent, siblings + 1);
    return true;
  }

  private release(name: BudgetEntry): void {
    name.admitted = false;
    this.admittedCount -= 1;
    const siblings = (this.perParent.get(name.parent) ?? 0) - 1;
    if (siblings > 0) this.perParent.set(name.parent, siblings);
    else this.perParent.delete(name.parent);
  }

  private busiestFirst(keys: string[]): string[] {
    const recent = (key: string) => this.names.get(key)?.recentUsec ?? 0;
    return keys.sort((a, b) => recent(b) - recent(a));
  }
}

function isBusier(name: BudgetEntry, than: BudgetEntry | undefined): boolean {
  return than !== undefined && name.recentUsec > busierBy * than.recentUsec;
}
