import { exposed, type InputSeries, type Labels, type Machine, seriesText } from './machine';

/** What a scenario depends on: how often is scraped, and the values of the chart that rules take. */
export interface Settings {
  readonly scrapeSeconds: number;
  readonly alerts: AlertSettings;
  readonly sampleLimit: number;
  /** The address of runbooks; their path in the project where none is known. */
  readonly runbooks?: string;
  /** Whether Prometheus puts the namespace into every selector and onto every result. */
  readonly injected: boolean;
}

/** `monitoring.alerts` of the chart, as far as rules take it. */
export type AlertSettings = Readonly<
  Record<string, { readonly threshold?: number; readonly for?: string }>
>;

interface Sample {
  readonly labels: string;
  readonly value: number;
}

/** A question at a moment, and its answer: labels (with `__name__`) and value. */
export interface Question {
  readonly expr: string;
  readonly atMinute: number;
  readonly answer: readonly (readonly [labels: Labels, value: number])[];
}

/** One alert that fires, as people see it. */
export interface Message {
  readonly alertname: string;
  readonly atMinute: number;
  readonly labels: Labels;
  readonly annotations: Labels;
}

export interface Scenario {
  readonly name: string;
  readonly machines: readonly Machine[];
  /** Series that no agent exposes. */
  readonly others?: readonly InputSeries[];
  readonly questions: readonly Question[];
  readonly messages?: readonly Message[];
}

/** A test group of promtool. */
export interface PromtoolTest {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly InputSeries[];
  readonly promql_expr_test: readonly object[];
  readonly alert_rule_test: readonly object[];
}

const minutes = (number: number) => `${Math.round(number * 60)}s`;

function sample([{ __name__: name = '', ...labels }, value]: readonly [Labels, number]): Sample {
  return { labels: seriesText(name, labels), value };
}

/** The scenario for promtool. `decoys` are machines of another namespace that nobody may see. */
export function promtoolTest(
  scenario: Scenario,
  { scrapeSeconds }: Settings,
  decoys: readonly Machine[] = [],
): PromtoolTest {
  return {
    name: scenario.name,
    interval: `${scrapeSeconds}s`,
    input_series: [
      ...scenario.machines.flatMap((machine) => exposed(machine, scrapeSeconds)),
      ...decoys.flatMap((machine) => exposed(machine, scrapeSeconds, 'another')),
      ...(scenario.others ?? []),
    ],
    promql_expr_test: scenario.questions.map(({ expr, atMinute, answer }) => ({
      expr,
      eval_time: minutes(atMinute),
      exp_samples: answer.map(sample),
    })),
    alert_rule_test: (scenario.messages ?? []).map(({ alertname, atMinute, ...expected }) => ({
      alertname,
      eval_time: minutes(atMinute),
      exp_alerts: [{ exp_labels: expected.labels, exp_annotations: expected.annotations }],
    })),
  };
}

/** The annotation that tells where the runbook of an alert is: consoles make a link of an address only. */
export function runbook({ runbooks }: Settings, alertname: string): Labels {
  const page = `${alertname}.md`;
  return runbooks === undefined
    ? { runbook: `docs/runbooks/${page}` }
    : { runbook_url: runbooks + page };
}

/** A value to the sixth decimal: promtool compares to the last bit. */
export const rounded = (expr: string) => `round(${expr}, 0.000001)`;

/** Which alerts of a name fire, without what it is that they tell. */
export function firing(
  alertname: string,
  atMinute: number,
  firingLabels: readonly Labels[],
): Question {
  return {
    expr: `ALERTS{alertname="${alertname}", alertstate="firing"}`,
    atMinute,
    answer: firingLabels.map((labels) => [
      { __name__: 'ALERTS', alertname, alertstate: 'firing', ...labels },
      1,
    ]),
  };
}

/** No evaluation up to this moment has fired it. */
export const neverFires = (alertname: string, minutes: number): Question => ({
  expr: `count_over_time(ALERTS{alertname="${alertname}", alertstate="firing"}[${Math.ceil(minutes)}m])`,
  atMinute: minutes,
  answer: [],
});

/** Minutes of a duration such as `15m`. */
export function minutesOf(duration: string): number {
  const number = parseInt(duration, 10);
  return duration.endsWith('m') ? number : number / 60;
}
