import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { chartFolder } from '../../../../scripts/chart/files';
import { deepMerge } from './deep-merge';
import { features } from './matrix';

/** What `npm run test:cluster` really installs. */
export interface Installation {
  readonly name: string;
  /** Over the defaults, beside the image. */
  readonly values: object;
}

/** Rendered and judged, but not installed one by one: each is part of another row, or has a spec of its own. */
const elsewhere = [
  'a build in the cluster',
  'a certificate of ours, platform',
  'client certificates',
  'a CPU limit',
  'every 30 s',
  'every minute',
];

/** Every installation, each of them by each release of Helm. */
export function installations(): Installation[] {
  const everything = path.join(chartFolder, 'tests', 'values', 'everything.yaml');
  return [
    { name: 'the defaults', values: {} },
    { name: 'GitOps', values: { auth: { existingSecret: 'host-processes-bearer' } } },
    { name: 'tier cgroups', values: { agent: { tier: 'cgroups' } } },
    { name: 'tier io', values: { agent: { tier: 'io' } } },
    { name: 'platform monitoring', values: { monitoring: { stack: 'platform' } } },
    ...Object.entries(features)
      .filter(([name]) => !elsewhere.includes(name))
      .map(([name, values]) => ({ name, values })),
    { name: 'everything', values: parse(readFileSync(everything, 'utf8')) as object },
  ];
}

/** All values of an installation: with the image, where it does not say another. */
export function valuesOf({ values }: Installation): object {
  return deepMerge({ image: { repository: 'registry.example.com/host-processes' } }, values);
}
