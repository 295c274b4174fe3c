import { accountOf, type Account } from '../../prometheus/series/account';
import { align, type Aligned } from '../../prometheus/series/align';
import { groupRowsOf, type GroupTableData } from '../../prometheus/series/group-rows';
import { joinParts } from '../../prometheus/series/join';
import { account } from '../../prometheus/promql/queries/account';
import { cpuOverTime } from '../../prometheus/promql/queries/cpu-over-time';
import { dataExtent, extentParts } from '../../prometheus/promql/queries/data-extent';
import { groups } from '../../prometheus/promql/queries/groups';
import type { Question, Scope } from '../../prometheus/promql/queries/question';
import { whereabouts } from '../../prometheus/promql/queries/whereabouts';
import { nowWindow, timeAxis } from '../../prometheus/promql/resolution';
import type { VectorSeries } from '../../prometheus/http-api/responses';
import { consoleClient } from './console-client';
import { coverageOf, type Coverage, type DataExtent } from './coverage';
import type { Shaped } from './panel-state';
import type { Inquiry } from './useAnswer';

/** What a panel asks about: a scope that ends at a moment, in milliseconds since the epoch. */
export interface Asked extends Scope {
  readonly endMs: number;
  readonly moving: boolean;
  /** Node and range as the user chose them: the same through refreshes, another for another choice. */
  readonly subject: string;
}

function instant<T>(
  question: Question,
  asked: Asked,
  shape: (vector: readonly VectorSeries[]) => T,
): Inquiry<Shaped<T>> {
  return {
    subject: asked.subject,
    ask: async (signal) => {
      const { promql } = question.expression(asked);
      const { series, warnings } = await consoleClient(signal).at(promql, asked.endMs);
      return { data: shape(series), warnings };
    },
  };
}

/** The account; undefined while the agent has too little data for a rate. */
export function accountInquiry(asked: Asked): Inquiry<Shaped<Account | undefined>> {
  return instant(account, asked, accountOf);
}

/** The rows of the groups table. */
export function groupsInquiry(asked: Asked): Inquiry<Shaped<GroupTableData>> {
  return instant(groups, asked, groupRowsOf);
}

/** Classes through the range, on one time axis. */
export function overTimeInquiry(asked: Asked): Inquiry<Shaped<Aligned>> {
  return {
    subject: asked.subject,
    ask: async (signal) => {
      const axis = timeAxis(asked, asked.scrapeIntervalMs);
      const { promql } = cpuOverTime.expression(asked);
      const { series, warnings } = await consoleClient(signal).over(promql, axis);
      return { data: align(series, axis), warnings };
    },
  };
}

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

/** What part of a range has data, and the scope that averages over just that part. */
export interface Covered extends Coverage {
  readonly asked: Asked;
}

/** What part of the range has data of the node; undefined when none has. */
export function coverageInquiry(asked: Asked): Inquiry<Shaped<Covered | undefined>> {
  return instant(dataExtent, asked, (vector) => {
    const extent = extentIn(partsOf(vector));
    if (extent === undefined) return undefined;
    const coverage = coverageOf(asked, extent, asked.scrapeIntervalMs, Date.now());
    const { momentMs: endMs, rangeMs } = coverage;
    return { ...coverage, asked: { ...asked, endMs, rangeMs } };
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
  return { firstMs: Math.min(firstMs, lastMs - nowWindow(scrapeIntervalMs)), lastMs };
}

/** Where data is; asked at the present moment, whatever range the page shows. */
export function whereaboutsInquiry(asked: Asked): Inquiry<Shaped<Whereabouts>> {
  return instant(whereabouts, asked, (vector) => {
    const parts = partsOf(vector);
    const extent = extentIn(parts);
    return {
      otherNodes: parts[extentParts.nodes] ?? 0,
      ...(extent && { extent: widened(extent, asked.scrapeIntervalMs) }),
    };
  });
}
