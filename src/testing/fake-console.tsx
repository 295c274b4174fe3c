import './browser-parts';
import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { configure, render, type RenderResult } from '@testing-library/react';
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';
import { namespace } from '../i18n/namespace';
import { TextsProvider } from '../i18n/TextsProvider';
import {
  accountAnswer,
  detailsAnswer,
  extentAnswer,
  groupsAnswer,
  groupCores,
  judgedCores,
  largestCores,
  matrixAnswer,
  modeAnswer,
  overTimeAnswer,
  podKindsAnswer,
  podsAnswer,
  podsOverTimeCores,
  reservationAnswer,
  trendCores,
} from './known-answers';

// The console around a spec: its texts, its router, and its fetch (which the spec mocks).

// A page takes seconds to render on a busy machine.
configure({ testIdAttribute: 'data-test', asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const texts = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../locales/en', `${namespace}.json`), 'utf8'),
) as Record<string, string>;

const i18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { [namespace]: texts } },
  defaultNS: 'public',
  nsSeparator: '~',
  contextSeparator: '~',
  keySeparator: false,
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

/** Where the page is, and how to go back, for the spec. */
interface Whereabouts {
  search: URLSearchParams;
  back: () => void;
}

function Watch({ tell }: { tell: (now: Whereabouts) => void }) {
  const { search } = useLocation();
  const navigate = useNavigate();
  tell({ search: new URLSearchParams(search), back: () => void navigate(-1) });
  return null;
}

/** Shows something on a page of the console; `search()` is the query string of its address. */
export function renderInConsole(
  ui: ReactNode,
  address = '/k8s/cluster/nodes/n1/host-processes',
): RenderResult & { search: () => URLSearchParams; back: () => void } {
  const watched: Whereabouts[] = [];
  const inConsole = (children: ReactNode) => (
    <I18nextProvider i18n={i18n}>
      <MemoryRouter initialEntries={['/before', address]} initialIndex={1}>
        <TextsProvider>{children}</TextsProvider>
        <Watch tell={(now) => watched.push(now)} />
      </MemoryRouter>
    </I18nextProvider>
  );
  const rendered = render(inConsole(ui));
  return {
    ...rendered,
    rerender: (next) => rendered.rerender(inConsole(next)),
    search: () => watched.at(-1)?.search ?? new URLSearchParams(),
    back: () => watched.at(-1)?.back(),
  };
}

/** What our questions ask about; one request may ask about several. */
export type Asked =
  | 'installation'
  | 'extent'
  | 'whereabouts'
  | 'account'
  | 'podKinds'
  | 'mode'
  | 'reservation'
  | 'judged'
  | 'groups'
  | 'pods'
  | 'details'
  | 'overTime'
  | 'podsOverTime'
  | 'largest'
  | 'used'
  | 'groupTrends'
  | 'podTrends';

/** Requests by a word that only they have, and what they ask about, by a word of each. */
const requests: readonly (readonly [sign: string, about: readonly (readonly [string, Asked])[]])[] =
  [
    ['[30d:5m]', [['', 'whereabouts']]],
    ['timestamp(', [['', 'extent']]],
    ['namedprocess_', [['', 'details']]],
    ['"part", "host"', [['', 'judged']]],
    [
      '"part", "classes"',
      [
        ['"classes"', 'overTime'],
        ['"podKinds"', 'podsOverTime'],
        ['"largest"', 'largest'],
        ['"used"', 'used'],
      ],
    ],
    [
      'hostproc_accounting_mode',
      [
        ['', 'account'],
        ['"kind"', 'podKinds'],
        ['', 'reservation'],
        ['', 'mode'],
      ],
    ],
    [
      '"part", "busy"',
      [
        ['', 'groups'],
        ['container_cpu', 'pods'],
      ],
    ],
    [
      'hostproc_group_cpu',
      [
        ['', 'groupTrends'],
        ['container_cpu', 'podTrends'],
      ],
    ],
  ];

function askedBy(url: URL): Asked[] {
  if (url.pathname.endsWith('host-processes.json')) return ['installation'];
  const query = url.searchParams.get('query') ?? '';
  const found = requests.find(([sign]) => query.includes(sign));
  if (found === undefined) throw new Error(`Nothing of ours asks ${url.href}`);
  return found[1].flatMap(([word, asked]) => (query.includes(word) ? [asked] : []));
}

type Reply = (params: URLSearchParams, signal: AbortSignal | undefined, path: string) => unknown;

/** Replies of a node with data through the whole range. */
export const knownReplies: Record<Asked, Reply> = {
  installation: () => ({ agentNamespace: 'host-processes', scrapeIntervalSeconds: 15 }),
  extent: (params) => {
    const time = Number(params.get('time'));
    return extentAnswer({ first: time - 20 * 86_400, last: time });
  },
  whereabouts: () => extentAnswer({ nodes: 3 }),
  account: () => accountAnswer,
  mode: () => modeAnswer('cgroup2'),
  reservation: () => reservationAnswer,
  judged: (params) => matrixAnswer(params, judgedCores),
  groups: () => groupsAnswer,
  pods: () => podsAnswer,
  podKinds: () => podKindsAnswer,
  details: () => detailsAnswer,
  overTime: (params) => overTimeAnswer(params),
  podsOverTime: (params) => matrixAnswer(params, podsOverTimeCores),
  largest: (params) => matrixAnswer(params, largestCores),
  used: (params) => matrixAnswer(params, [[{ part: 'used' }, groupCores.length]]),
  groupTrends: (params) => matrixAnswer(params, trendCores),
  podTrends: (params) => matrixAnswer(params, []),
};

interface Answered {
  readonly status: string;
  readonly data: { readonly resultType: string; readonly result: readonly unknown[] };
  readonly warnings?: readonly string[];
}

/** Prometheus answers all parts of a question, or none. */
function together(replies: readonly unknown[]): unknown {
  const [first, ...others] = replies as Answered[];
  if (first?.data === undefined || others.length === 0) return first;
  const all = [first, ...others];
  return {
    ...first,
    data: { ...first.data, result: all.flatMap(({ data }) => data.result) },
    warnings: all.flatMap(({ warnings = [] }) => warnings),
  };
}

/**
 * Makes the (mocked) fetch of the console answer; what a reply throws, the fetch rejects with. Gives
 * the list of what was asked, which grows.
 */
export function answerWith(
  replies: Partial<Record<Asked, Reply>> = {},
): { asked: Asked; path: string; params: URLSearchParams }[] {
  const log: { asked: Asked; path: string; params: URLSearchParams }[] = [];
  jest.mocked(consoleFetchJSON).mockImplementation(async (address, _method, options) => {
    const url = new URL(address, 'http://console');
    const about = askedBy(url);
    log.push(...about.map((asked) => ({ asked, path: url.pathname, params: url.searchParams })));
    return together(
      await Promise.all(
        about.map((asked) => {
          const reply = replies[asked] ?? knownReplies[asked];
          return reply(url.searchParams, options?.signal ?? undefined, url.pathname);
        }),
      ),
    );
  });
  return log;
}

/** A reply that never comes. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** A reply that fails with an error that has these properties, as the console's errors have. */
export function failing({
  message,
  ...others
}: { message: string } & Record<string, unknown>): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(message), others));
}
