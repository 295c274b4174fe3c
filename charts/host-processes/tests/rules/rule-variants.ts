import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { chartFolder } from '../../../../scripts/chart/files';
import { render, required } from '../support/chart';
import { deepMerge } from '../support/deep-merge';
import { ofKind } from '../support/manifest';
import { groupsInNamespace } from './inject-namespace';
import { type Labels, namespace } from './machine';
import type { AlertSettings, Settings } from './scenario';

export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Labels;
  readonly annotations?: Labels;
}

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** The same rules as they come to a Prometheus in one way or another. */
export interface RuleVariant {
  readonly name: string;
  readonly settings: Settings;
  readonly groups: readonly RuleGroup[];
}

const folder = path.join(chartFolder, 'rules');

/** Every file of rules as it is shipped. */
export function shippedFiles(): { name: string; text: string; groups: readonly RuleGroup[] }[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, text, groups: (parse(text) as { groups: RuleGroup[] }).groups };
    });
}

interface Values {
  readonly monitoring: { readonly alerts: AlertSettings & { readonly runbooks: unknown } };
}

const defaults = parse(readFileSync(path.join(chartFolder, 'values.yaml'), 'utf8')) as Values;

/** The sample limit of the default values, as the shipped rules have it. */
function shippedSampleLimit(): number {
  return Number(
    /(\d+) # sampleLimit/.exec(
      shippedFiles()
        .map(({ text }) => text)
        .join('\n'),
    )?.[1],
  );
}

const shipped: Settings = {
  scrapeSeconds: 15,
  alerts: defaults.monitoring.alerts,
  sampleLimit: shippedSampleLimit(),
  injected: false,
};

async function rendered(
  name: string,
  scrapeSeconds: number,
  alerts: AlertSettings,
  sampleLimit: number,
): Promise<RuleVariant> {
  const runbooks = 'https://runbooks.example.com/';
  const monitoring = {
    scrapeInterval: `${scrapeSeconds}s`,
    sampleLimit,
    alerts: { ...alerts, runbooks },
  };
  const manifests = await render({ values: deepMerge(required, { monitoring }) });
  const [rule] = ofKind<{ spec: { groups: RuleGroup[] } }>(manifests, 'PrometheusRule');
  return {
    name,
    settings: { scrapeSeconds, alerts, sampleLimit, runbooks, injected: false },
    groups: rule?.spec.groups ?? [],
  };
}

const others: AlertSettings = {
  agentDown: { for: '6m' },
  agentAbsent: { for: '8m' },
  scrapeNearSampleLimit: { threshold: 0.75, for: '12m' },
  accountDoesNotClose: { threshold: 0.1, for: '14m' },
  reservationExceeded: { threshold: 1.25, for: '13m' },
  reservationNearlyExceeded: { threshold: 0.5, for: '12m' },
  groupDominates: { threshold: 0.125, for: '14m' },
  namesFolded: { threshold: 10 },
};

export const variantNames = [
  'as shipped',
  'in a namespace',
  'rendered at 15 s',
  'rendered at 30 s',
];

/** As shipped, with a namespace in every selector, and rendered for two intervals with other thresholds. */
export async function ruleVariants(): Promise<readonly RuleVariant[]> {
  const groups = shippedFiles().flatMap((file) => file.groups);
  return [
    { name: 'as shipped', settings: shipped, groups },
    {
      name: 'in a namespace',
      settings: { ...shipped, injected: true },
      groups: groupsInNamespace(groups, namespace),
    },
    await rendered('rendered at 15 s', 15, others, 30_000),
    await rendered('rendered at 30 s', 30, others, 35_000),
  ];
}
