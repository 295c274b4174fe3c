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
import { accountAnswer, extentAnswer, groupsAnswer, overTimeAnswer } from './known-answers';

// The console around a spec: its texts, its router, and its fetch (which the spec mocks).

// The chart library alone takes seconds to load on a busy machine.
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
        {children}
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

/** Our questions, as they can be told apart by what they ask. */
export type Asked = 'installation' | 'extent' | 'whereabouts' | 'account' | 'groups' | 'overTime';

function askedBy(url: URL): Asked {
  const query = url.searchParams.get('query') ?? '';
  if (url.pathname.endsWith('installation.json')) return 'installation';
  if (url.pathname.endsWith('query_range')) return 'overTime';
  if (query.includes('[30d:5m]')) return 'whereabouts';
  if (query.includes('timestamp(')) return 'extent';
  return query.includes('hostproc_group_cpu') ? 'groups' : 'account';
}

type Reply = (params: URLSearchParams, signal: AbortSignal | undefined) => unknown;

/** Replies of a node with data through the whole range. */
export const knownReplies: Record<Asked, Reply> = {
  installation: () => ({ agentNamespace: 'host-processes', scrapeIntervalSeconds: 15 }),
  extent: (params) => {
    const time = Number(params.get('time'));
    return extentAnswer({ first: time - 20 * 86_400, last: time });
  },
  whereabouts: () => extentAnswer({ nodes: 3 }),
  account: () => accountAnswer,
  groups: () => groupsAnswer,
  overTime: (params) => overTimeAnswer(params),
};

/**
 * Makes the (mocked) fetch of the console answer; what a reply throws, the fetch rejects with. Gives
 * the list of what was asked, which grows.
 */
export function answerWith(
  replies: Partial<Record<Asked, Reply>> = {},
): { asked: Asked; params: URLSearchParams }[] {
  const log: { asked: Asked; params: URLSearchParams }[] = [];
  jest.mocked(consoleFetchJSON).mockImplementation(async (address, _method, options) => {
    const url = new URL(address, 'http://console');
    const asked = askedBy(url);
    log.push({ asked, params: url.searchParams });
    const reply = replies[asked] ?? knownReplies[asked];
    return await reply(url.searchParams, options?.signal ?? undefined);
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
