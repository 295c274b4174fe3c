import { AskError } from '../../prometheus/http-api/ask-error';
import type { MatrixSeries, VectorSeries } from '../../prometheus/http-api/responses';
import type { Question, Scope } from '../../prometheus/promql/queries/question';
import { timeAxis, type TimeAxis } from '../../prometheus/promql/resolution';
import { align, type Aligned } from '../../prometheus/series/align';
import { clusterAccess, type Access } from './access';
import { consoleClient } from './console-client';
import type { Shaped } from './panel-state';
import type { Inquiry } from './useAnswer';

/** What a panel asks about: a scope that ends at a moment, in milliseconds since the epoch. */
export interface Asked extends Scope {
  readonly endMs: number;
  readonly moving: boolean;
  /** Node and range as the user chose them: the same through refreshes, another for another choice. */
  readonly subject: string;
  readonly access: Access;
}

/** Asks for values at the end of the range. */
export function instantInquiry<T>(
  question: Question,
  asked: Asked,
  shape: (vector: readonly VectorSeries[]) => T,
): Inquiry<Shaped<T>> {
  return {
    subject: `${asked.subject} ${question.id}`,
    ask: async (signal) => {
      const { promql } = question.expression(asked);
      const { series, warnings } = await consoleClient(signal, asked.access).at(
        promql,
        asked.endMs,
      );
      return { data: shape(series), warnings };
    },
  };
}

/** Asks for values at the moments of an axis; by default those of the chart. */
export function rangeInquiry<T>(
  question: Question,
  asked: Asked,
  shape: (aligned: Aligned) => T,
  axis: TimeAxis = timeAxis(asked, asked.scrapeIntervalMs),
): Inquiry<Shaped<T>> {
  return {
    subject: `${asked.subject} ${question.id}`,
    ask: async (signal) => {
      const { promql } = question.expression(asked);
      const answer: { series: readonly MatrixSeries[]; warnings: readonly string[] } =
        await consoleClient(signal, asked.access).over(promql, axis);
      return { data: shape(align(answer.series, axis)), warnings: answer.warnings };
    },
  };
}

/** The same by another access: another subject, since what one denies says nothing about the other. */
function askedBy(asked: Asked, access: Access): Asked {
  if (access === asked.access) return asked;
  return { ...asked, access, subject: `${asked.subject} by ${access.kind}` };
}

/**
 * Asks as far as the user's rights reach: for the whole cluster, and where that is denied, for the
 * agent's namespace alone. Tells which of them it was. Who is denied both is denied.
 */
export function withinRights<T>(
  inquiryFor: (asked: Asked) => Inquiry<Shaped<T>>,
  asked: Asked,
  agentNamespace: string | undefined,
): Inquiry<Shaped<{ readonly access: Access; readonly found: T }>> {
  const askBy = async (access: Access, signal: AbortSignal) => {
    const { data, warnings } = await inquiryFor(askedBy(asked, access)).ask(signal);
    return { data: { access, found: data }, warnings };
  };
  return {
    subject: asked.subject,
    ask: async (signal) => {
      try {
        return await askBy(clusterAccess, signal);
      } catch (error) {
        const denied = error instanceof AskError && error.code === 'denied';
        if (!denied || agentNamespace === undefined) throw error;
        return askBy({ kind: 'namespace', namespace: agentNamespace }, signal);
      }
    },
  };
}
