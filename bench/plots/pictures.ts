import { type Axis, growthAlong, type GrowthPoint, scrapesOf } from '../cost/growth';
import type { CostReport } from '../cost/report';
import type { OverheadReport } from '../overhead/report';
import { phaseTitles } from '../overhead/report';
import { drawPlot } from './line-plot';

const blue = '#0066cc';
const orange = '#b1380b';
const grey = '#6a6e73';

/** A picture of docs/pictures/, and what it shows. */
export interface Picture {
  readonly file: string;
  readonly title: string;
  readonly svg: string;
}

const growthPictures: readonly {
  readonly axis: Axis;
  readonly file: string;
  readonly title: string;
  readonly xLabel: string;
  readonly fitted: boolean;
}[] = [
  {
    axis: 'active',
    file: 'cost-by-activity.svg',
    title: 'CPU of a scrape by active processes',
    xLabel: 'active processes, of 500',
    fitted: true,
  },
  {
    axis: 'idle',
    file: 'cost-by-processes.svg',
    title: 'CPU of a scrape by idle processes, 50 more being active',
    xLabel: 'idle processes',
    fitted: true,
  },
  {
    axis: 'threads',
    file: 'cost-by-threads.svg',
    title: 'CPU of a scrape by threads of 500 processes, 50 of them active',
    xLabel: 'threads',
    fitted: false,
  },
  {
    axis: 'series',
    file: 'cost-by-series.svg',
    title: 'CPU of a scrape by series that are exposed',
    xLabel: 'series',
    fitted: false,
  },
];

/** Draws how cost grows: a picture for each thing that was varied. */
export function growthPlots({ growth }: Pick<CostReport, 'growth'>): Picture[] {
  return growthPictures.map(({ axis, file, title, xLabel, fitted }) => {
    const points = growth.filter((point) => point.axis === axis);
    const measured = points.map(({ x, mainThreadMs }) => ({ x, y: mainThreadMs }));
    const lines = [
      ...(fitted ? [fittedLine(points, axis)] : []),
      { name: `median of ${scrapesOf(axis)} scrapes`, colour: blue, points: measured, dots: true },
    ];
    return {
      file,
      title,
      svg: drawPlot({ title, xLabel, yLabel: 'milliseconds of CPU, main thread', lines }),
    };
  });
}

function fittedLine(points: readonly GrowthPoint[], axis: Axis) {
  const { slope, atZero } = growthAlong(points, axis);
  const xs = points.map(({ x }) => x);
  const ends = [Math.min(...xs), Math.max(...xs)];
  return {
    name: 'straight line',
    colour: grey,
    points: ends.map((x) => ({ x, y: Math.max(0, atZero + slope * x) })),
  };
}

/** Draws what agent and Prometheus use while one is absent, present, scraped. */
export function overheadPlot({ samples, phases }: OverheadReport): Picture {
  const title = 'CPU of the agent and of Prometheus, second by second';
  const line = (of: (sample: OverheadReport['samples'][number]) => number) =>
    samples.map((sample) => ({ x: sample.atSeconds, y: of(sample) }));
  const svg = drawPlot({
    title,
    xLabel: 'seconds',
    yLabel: 'thousandths of a core',
    lines: [
      {
        name: 'Prometheus',
        colour: orange,
        points: line(({ prometheusMillicores }) => prometheusMillicores),
      },
      { name: 'agent', colour: blue, points: line(({ agentMillicores }) => agentMillicores) },
    ],
    marks: phases.map(({ name, fromSeconds }) => ({ x: fromSeconds, label: phaseTitles[name] })),
  });
  return { file: 'overhead.svg', title, svg };
}
