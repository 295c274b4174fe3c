import { csvText } from '../../../prometheus/series/csv-text';
import { tableLines } from './table-csv';

const t = ((key: string) => key) as unknown as Parameters<typeof tableLines>[0];

describe('the table as CSV', () => {
  it('has every row with full numbers, what is missing empty, and no formula of a name', () => {
    const lines = tableLines(
      t,
      [
        {
          kind: 'group',
          key: 'k',
          class: 'service',
          name: '=cmd|x',
          unit: 'a,b.service',
          now: 0.1 + 0.2,
          p95: 1,
        },
        { kind: 'pod', key: 'p', class: 'workload-pod', name: 'web-0', namespace: 'shop', now: 1 },
        { kind: 'unsplit', key: 'pod', class: 'pod', name: '', now: 0 },
      ],
      2,
    );
    expect(csvText(lines).split('\r\n')).toEqual([
      'Name,Unit or namespace,Class,Cores now,Average,Min,95th percentile,Max,Share of busy',
      `'=cmd|x,"a,b.service",Host services,0.30000000000000004,,,1,,0.15000000000000002`,
      'web-0,shop,Workload pods,1,,,,,0.5',
      '"Pods, not split",,"Pods, not split",0,,,,,0',
      '',
    ]);
  });
});
