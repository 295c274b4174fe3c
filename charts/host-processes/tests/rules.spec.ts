import { parse } from 'yaml';
import { chartValues } from '../../../scripts/chart/values';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chartFolder } from '../../../scripts/chart/files';
import { type RuleGroup, shippedFiles } from './rules/rule-variants';
import { provideHelm, render, required } from './support/chart';
import { deepMerge } from './support/deep-merge';
import { ofKind } from './support/manifest';

beforeAll(provideHelm, 240_000);

const values = chartValues(readFileSync(path.join(chartFolder, 'values.yaml'), 'utf8'));
const files = shippedFiles();

async function renderedGroups(monitoring: object = {}): Promise<readonly RuleGroup[]> {
  const manifests = await render({ values: deepMerge(required, { monitoring }) });
  const [rule] = ofKind<{ spec: { groups: RuleGroup[] } }>(manifests, 'PrometheusRule');
  return rule!.spec.groups;
}

/** Rules as they are shipped, with other literals where the chart puts them. */
function shippedGroups(window: string, given: Record<string, string | number> = {}): RuleGroup[] {
  return files.flatMap(({ text }) => {
    const filled = text
      .replaceAll('[1m]', `[${window}]`)
      .replaceAll(
        /(\S+) # (alerts\.[.A-Za-z]+|sampleLimit)$/gm,
        (_, literal: string, name: string) => String(given[name] ?? literal),
      );
    return (parse(filled) as { groups: RuleGroup[] }).groups;
  });
}

describe.each([
  ['15s', '', '1m'],
  ['30s', '', '2m'],
  ['1m', '', '4m'],
  ['20s', '', '80s'],
  ['15s', '90s', '90s'],
])('scraped every %s with window "%s"', (scrapeInterval, window, expected) => {
  it(`the rendered rules are the shipped ones, over ${expected}`, async () => {
    const groups = await renderedGroups({ scrapeInterval, rules: { window } });
    expect(groups).toEqual(shippedGroups(expected));
  });
});

const marked = files.flatMap(({ text }) =>
  [...text.matchAll(/(\S+) # (alerts\.[.A-Za-z]+)$/gm)].map(
    ([, literal = '', name = '']) => [name, literal] as const,
  ),
);

describe('the thresholds', () => {
  it('are exactly those of the values, and stand in the rules with their defaults', () => {
    const ofAlerts = values.filter(({ path: name }) =>
      /^monitoring\.alerts\..*\.(threshold|for)$/.test(name),
    );
    expect(Object.fromEntries(marked)).toEqual(
      Object.fromEntries(
        ofAlerts.map(({ path: name, preset }) => [name.replace('monitoring.', ''), String(preset)]),
      ),
    );
  });

  it.each(marked)('%s comes from its value, and nothing else with it', async (name, literal) => {
    const other = name.endsWith('.for') ? '77m' : Number(literal) + 0.125;
    const nested = name.split('.').reduceRight<unknown>((value, key) => ({ [key]: value }), other);
    const groups = await renderedGroups(nested as object);
    expect(groups).toEqual(shippedGroups('1m', { [name]: other }));
    expect(groups).not.toEqual(shippedGroups('1m'));
  });

  it('leave no mark behind', async () => {
    expect(JSON.stringify(await renderedGroups())).not.toMatch(/ # (alerts|sampleLimit)/);
  });
});

describe('alerts', () => {
  const alertsOf = (groups: readonly RuleGroup[]) =>
    groups.flatMap(({ rules }) => rules.filter(({ alert }) => alert !== undefined));
  const alerts = alertsOf(files.flatMap(({ groups }) => groups));
  const names = alerts.map(({ alert = '' }) => alert);

  it('can be left out one by one', async () => {
    const [first = '', ...others] = names;
    const groups = await renderedGroups({ alerts: { disabled: [first] } });
    expect(alertsOf(groups).map(({ alert }) => alert)).toEqual(others);
  });

  it('can be left out all, and the recording rules stay', async () => {
    const groups = await renderedGroups({ alerts: { create: false } });
    const records = shippedGroups('1m').filter(({ rules }) => rules.some(({ record }) => record));
    expect(groups).toEqual(records);
  });

  it('take labels and the address of runbooks', async () => {
    const given = { labels: { team: 'a', severity: 'none' }, runbooks: 'https://example.com/r/' };
    const rendered = alertsOf(await renderedGroups({ alerts: given }));
    expect(rendered).toEqual(
      alerts.map((one, i) => {
        const { expr, for: waits } = rendered[i]!;
        return {
          ...one,
          expr,
          ...(waits !== undefined && { for: waits }),
          labels: { team: 'a', ...one.labels },
          annotations: {
            summary: one.annotations?.summary,
            description: one.annotations?.description,
            runbook_url: `https://example.com/r/${one.alert}.md`,
          },
        };
      }),
    );
  });
});
