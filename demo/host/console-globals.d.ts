// What webpack puts into a bundle that shares modules.
declare const __webpack_init_sharing__: (scope: string) => Promise<void>;
declare const __webpack_share_scopes__: { readonly default: Record<string, unknown> };

interface Window {
  /** What the console's server states in its index.html; plugins and the SDK read it. */
  SERVER_FLAGS: {
    readonly basePath: string;
    readonly prometheusBaseURL: string;
    readonly prometheusTenancyBaseURL: string;
  };
}
