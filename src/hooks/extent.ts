import type { VectorSeries } from '../../prometheus/http-api/responses';
import { dataExtent, extentParts } from '../../prometheus/promql/queries/data-extent';
import { whereabouts } from '../../prometheus/promql/queries/whereabouts';
import { rateWindow } from '../../prometheus/promql/resolution';
import { joinParts } from '../../prometheus/series/join';
import { coverageOf, type Coverage, type DataExtent } from './coverage';
import { instantInquiry, type Asked } from './inquiries';
import type { Shaped } from './panel-state';
import type { Inquiry } from './useAnswer';

function partsOf(vector: readonly VectorSeries[]): Readonly<Record<string, number>> {
  return Object.assign({}, ...joinParts(vector).map(({ values }) => values)) as Record<
    string,
    number
  >;
}

function extentIn(parts: Readonly<Record<string, number>>): DataExtent | undefined {
  const last = parts[extentParts.last];
  if (last === undefined) return undefined;
  const { [extentParts.first]: first = last, [extentParts.recent]: recent = last } = parts;
  return {
    firstMs: Math.round(Math.min(first, recent, last) * 1000),
    lastMs: Math.round(last * 1000),
  };
}

/** What part of a range has data; `whole` is the range as wanted, `asked` just the part with data. */
export interface Covered extends Coverage {
  readonly whole: Asked;
  readonly asked: Asked;
}

/** The part of the range with data, as another subject; what was wanted itself, when that is all of it. */
function coveredPart(wanted: Asked, { momentMs: endMs, rangeMs }: Coverage): Asked {
  if (endMs === wanted.endMs && rangeMs === wanted.rangeMs) return wanted;
  return { ...wanted, endMs, rangeMs, subject: `${wanted.subject} in part` };
}

/** What part of the range has data of the node; undefined when none has. */
export function coverageInquiry(asked: Asked): Inquiry<Shaped<Covered | undefined>> {
  return instantInquiry(dataExtent, asked, (vector) => {
    const extent = extentIn(partsOf(vector));
    if (extent === undefined) return undefined;
    const coverage = coverageOf(asked, extent, asked.scrapeIntervalMs, Date.now());
    return { ...coverage, whole: asked, asked: coveredPart(asked, coverage) };
  });
}

/** Where data is when the range has none. */
export interface Whereabouts {
  /** Other nodes that report, on the whole cluster. */
  readonly otherNodes: number;
  /** Data of this node within 30 days; never shorter than the window of a rate. */
  readonly extent?: DataExtent;
}

function widened({ firstMs, lastMs }: DataExtent, scrapeIntervalMs: number): DataExtent {
  return { firstMs: Math.min(firstMs, lastMs - rateWindow(scrapeIntervalMs)), lastMs };
}

/** Where data is; asked at the present moment, whatever range the page shows. */
export function whereaboutsInquiry(asked: Asked): Inquiry<Shaped<Whereabouts>> {
  return instantInquiry(whereabouts, asked, (vector) => {
    const parts = partsOf(vector);
    const extent = extentIn(parts);
    return {
      otherNodes: parts[extentParts.nodes] ?? 0,
      ...(extent && { extent: widened(extent, asked.scrapeIntervalMs) }),
    };
  });
}
