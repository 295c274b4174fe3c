import type { Format, Judgement, SortKey, View } from './choices';

/** Where the numbers come from and how they are asked for. */
export interface ClusterOptions {
  readonly host?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly serviceAccount: { readonly namespace: string; readonly name: string };
  readonly caFile?: string;
  readonly insecureSkipTlsVerify: boolean;
  readonly timeoutMs: number;
  readonly retries: number;
}

/** Which numbers. */
export interface Selection {
  readonly intervalMs: number;
  /** As it was written: the prototype's columns repeat it. */
  readonly interval: string;
  readonly endMs: number;
  readonly windowMs?: number;
  readonly nodes: readonly string[];
  readonly skippedNamespaces: readonly string[];
  readonly infraNamespaces: readonly string[];
  readonly withAgent: boolean;
}

/** Which rows, in which order. */
export interface Arrangement {
  readonly view: View;
  readonly sumNodes: boolean;
  readonly sortBy: SortKey;
  readonly head?: number;
  readonly tail?: number;
}

/** What is held against what. */
export interface Judging {
  readonly reservedCpus?: number;
  readonly judge?: Judgement;
}

/** What the program was asked to do. */
export interface Options {
  readonly command: 'export' | 'verdict' | 'report';
  readonly cluster: ClusterOptions;
  readonly selection: Selection;
  readonly arrangement: Arrangement;
  readonly judging: Judging;
  /** Whose columns: absent, our own. */
  readonly legacy?: 'prototype' | 'prom';
  readonly baseline?: { readonly file: string; readonly thresholdPercent: number };
  readonly format: Format;
  /** Absent: standard output. */
  readonly file?: string;
  readonly quiet: boolean;
}

/** A request that ends the program at once, or what to do. */
export type Command =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };
