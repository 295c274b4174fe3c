import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { chartFolder } from './chart/files';
import type { AlertRule } from './rule-docs';

export type ShippedRule = Partial<AlertRule> & { readonly record?: string; readonly expr: string };

/** Every rule of the chart, as it is shipped. */
export function shippedRules(): readonly ShippedRule[] {
  const folder = path.join(chartFolder, 'rules');
  return readdirSync(folder)
    .sort()
    .map((name) => parse(readFileSync(path.join(folder, name), 'utf8')) as RuleFile)
    .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules));
}

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly ShippedRule[] }[];
}

export function shippedAlerts(): readonly AlertRule[] {
  return shippedRules().filter((rule): rule is ShippedRule & AlertRule => rule.alert !== undefined);
}
