import { churnRow } from './churn-rows';
import { knownScrapes } from './known-scrapes';

describe('a row of churn', () => {
  it('splits the truth by who saw it', () => {
    const workload = { title: 'a workload', id: 'hpb-w', command: () => '' };
    const agent = (named: number, exited: number, slice: number) => `
hostproc_cpu_seconds_total{class="service",unit="hpb-w.service"} ${named + exited}
hostproc_cpu_seconds_total{class="service",unit="hpb-w.slice"} ${slice}
hostproc_cpu_seconds_total{class="service",unit="other.service"} 99
hostproc_group_cpu_seconds_total{class="service",unit="hpb-w.service",groupname="w"} ${named}
hostproc_group_cpu_seconds_total{class="service",unit="hpb-w.service",groupname="(exited)"} ${exited}
`;
    const processExporter = (seconds: number) => `
namedprocess_namegroup_cpu_seconds_total{groupname="hpb-w",mode="user"} ${seconds}
namedprocess_namegroup_cpu_seconds_total{groupname="hpb-w",mode="system"} ${seconds}
namedprocess_namegroup_cpu_seconds_total{groupname="hpb-w-x",mode="user"} ${seconds}
namedprocess_namegroup_cpu_seconds_total{groupname="hpb-w2",mode="user"} 77
`;
    const scrapes = knownScrapes([
      { agent: agent(1, 0, 0), processExporter: processExporter(1), usageUsec: [5e6, 5e6] },
      { agent: agent(3, 6, 1), processExporter: processExporter(1.5), usageUsec: [15e6, 15e6] },
    ]).map((scrape) => ({
      ...scrape,
      before: {
        ...scrape.before,
        usageUsec: new Map([['hpb-w.slice', scrape.before.usageUsec.get('a') ?? 0]]),
      },
    }));
    expect(churnRow(workload, scrapes)).toEqual({
      workload: 'a workload',
      truthSeconds: 10,
      processExporterPercent: 15,
      namedPercent: 20,
      exitedPercent: 60,
      rightUnitPercent: 80,
      sliceOnlyPercent: 10,
      lostPercent: 10,
    });
  });
});
