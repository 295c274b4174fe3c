import type { JudgedRange } from './judged-range';
import { ask } from './prometheus-question';

/**
 * The same account past the page, for the sentence about one that does not close: whether the page, the
 * classes or the agent's whole view of the node went astray.
 */
export async function storedAccount(prometheusUrl: string, range: JudgedRange): Promise<string> {
  const window = `[${range.endMs - range.startMs}ms] @ ${(range.endMs / 1000).toFixed(3)}`;
  const secondsOf = async (selector: string) => {
    const [sum] = await ask(prometheusUrl, `sum(increase(${selector}${window}))`);
    return sum?.value ? Number(sum.value[1]).toFixed(2) : 'nothing';
  };
  const classes = await secondsOf('hostproc_cpu_seconds_total{class!="unattributed"}');
  const rest = await secondsOf('hostproc_cpu_seconds_total{class="unattributed"}');
  const busy = await secondsOf('hostproc_node_cpu_seconds_total{mode="busy"}');
  const [scrapes] = await ask(prometheusUrl, `count_over_time(hostproc_node_cpus${window})`);
  return (
    `Prometheus holds ${classes} CPU-seconds of classes, ${rest} unattributed and ${busy} busy ` +
    `in ${scrapes?.value?.[1] ?? 'no'} scrapes.`
  );
}
