import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chartFolder } from '../../../scripts/chart/files';
import { chartValues } from '../../../scripts/chart/values';
import { helmReleases, provideHelm, type Rendering, required, template } from './support/chart';
import { deepMerge } from './support/deep-merge';

beforeAll(provideHelm, 120_000);

const withValues = (values: object): Rendering => ({ values: deepMerge(required, values) });
const agent = (values: object) => withValues({ agent: values });
const monitoring = (values: object) => withValues({ monitoring: values });
const auth = (values: object) => withValues({ auth: values });

/** What our own templates say, word for word. */
const sentences: readonly (readonly [name: string, rendering: Rendering, sentence: string])[] = [
  [
    'no image',
    { values: { auth: required.auth } },
    'image.repository is missing: say where the image of Host Processes lies, for example --set image.repository=registry.example.com/host-processes, or let OpenShift build it with build.enabled=true and build.git.uri.',
  ],
  [
    'a build beside an image',
    withValues({ build: { enabled: true, git: { uri: 'https://git.example.com/a.git' } } }),
    'build.enabled and image.repository exclude each other: the image is built in the cluster, or it lies somewhere.',
  ],
  [
    'a build from nowhere',
    withValues({ build: { enabled: true }, image: { repository: '' } }),
    'build.git.uri is missing: name the Git repository of Host Processes that the cluster builds the image from.',
  ],
  [
    'no Secret where the cluster is out of view',
    { values: { image: required.image } },
    'auth.existingSecret is missing, and the cluster is out of view here (GitOps, helm template, --dry-run), so a generated token would change every time: make one with \'oc create secret generic hp-host-processes-agent-bearer --namespace host-processes --from-literal=token="$(openssl rand -hex 32)"\' and set auth.existingSecret=hp-host-processes-agent-bearer.',
  ],
  [
    'the plugin on OpenShift 4.21',
    { kubeVersion: '1.34.9+abc' },
    'The console plugin needs OpenShift 4.22 (Kubernetes 1.35) or later, and this is Kubernetes v1.34.9+abc: set plugin.enabled=false to install the agent alone.',
  ],
  ...['default', 'kube-system', 'openshift'].map(
    (namespace) =>
      [
        `namespace ${namespace}`,
        { namespace },
        `Namespace "${namespace}" is exempt from SecurityContextConstraints, so the agent's pods would not start there: install with --namespace host-processes --create-namespace.`,
      ] as const,
  ),
  [
    'a sample limit that a scrape can exceed',
    monitoring({ sampleLimit: 25_719 }),
    'monitoring.sampleLimit is 25719, but with these agent.names an agent can expose 25720 series, and Prometheus would drop the whole scrape: leave it empty, or lower agent.names.maxGroups and agent.names.maxThreads.',
  ],
  [
    'an interval without unit',
    monitoring({ scrapeInterval: '15' }),
    'monitoring.scrapeInterval is "15": a whole number of seconds or minutes is expected, such as 15s or 1m.',
  ],
  [
    'a timeout in hours',
    monitoring({ scrapeTimeout: '1h' }),
    'monitoring.scrapeTimeout is "1h": a whole number of seconds or minutes is expected, such as 15s or 1m.',
  ],
  [
    'a timeout longer than the interval',
    monitoring({ scrapeTimeout: '20s' }),
    'monitoring.scrapeTimeout is 20s, longer than monitoring.scrapeInterval (15s): Prometheus would reject the ServiceMonitor.',
  ],
  [
    'a window of three scrapes',
    monitoring({ rules: { window: '59s' } }),
    'monitoring.rules.window is 59s, less than four times monitoring.scrapeInterval (15s): a missed scrape would leave a gap; leave it empty or set at least 60s.',
  ],
  [
    'an alert that is none',
    monitoring({ alerts: { disabled: ['HostProcessesAgentDown', 'AgentDown'] } }),
    'monitoring.alerts.disabled has "AgentDown", which is no alert of this chart: the alerts are HostProcessesAgentDown, HostProcessesAgentAbsent, HostProcessesScrapeNearSampleLimit, HostProcessesAccountDoesNotClose, HostProcessesReservationExceeded, HostProcessesReservationNearlyExceeded, HostProcessesGroupDominates, HostProcessesNamesFolded.',
  ],
  [
    'a waiting time in hours',
    monitoring({ alerts: { groupDominates: { for: '1h' } } }),
    'monitoring.alerts.groupDominates.for is "1h": a whole number of seconds or minutes is expected, such as 15s or 1m.',
  ],
  [
    'a time to forget after that is none',
    agent({ names: { forgetAfter: 'soon' } }),
    'agent.names.forgetAfter is "soon": a whole number of seconds or minutes is expected, such as 15s or 1m.',
  ],
  ...['--web.listen-address=:1', '-web.listen-address=:1', '--web.listen-address'].map(
    (flag) =>
      [
        `the chart's own argument ${flag}`,
        agent({ extraArgs: [flag] }),
        "agent.extraArgs has --web.listen-address, which the chart sets itself: use the chart's value for it.",
      ] as const,
  ),
  [
    'client certificates for user workloads',
    auth({ clientCertificates: { enabled: true, caConfigMap: { name: 'a' } } }),
    'auth.clientCertificates.enabled needs monitoring.stack=platform: Prometheus for user workloads has no client certificate.',
  ],
  [
    'client certificates without their CA',
    withValues({
      monitoring: { stack: 'platform' },
      auth: { clientCertificates: { enabled: true } },
    }),
    'auth.clientCertificates.caConfigMap.name is missing: name the ConfigMap of this namespace that holds the CA of client certificates.',
  ],
];

describe.each(helmReleases)('%s', (helm) => {
  it.each(sentences)('refuses %s in one sentence', async (_, rendering, sentence) => {
    const { status, output } = await template(helm, rendering);
    expect(status).not.toBe(0);
    const said = /^Error: execution error at \([^)]+\): (.*)$/m.exec(output)?.[1];
    expect(said).toBe(sentence);
  });

  // What the schema refuses is said by Helm, each release in its own words.
  it.each<[string, Rendering, [helm3: string, helm4: string]]>([
    [
      'a misspelt value',
      agent({ teir: 'io' }),
      [
        'agent: Additional property teir is not allowed',
        "at '/agent': additional properties 'teir' not allowed",
      ],
    ],
    [
      'a misspelt chapter',
      withValues({ monitor: {} }),
      [
        '(root): Additional property monitor is not allowed',
        "at '': additional properties 'monitor' not allowed",
      ],
    ],
    [
      'a misspelt resource',
      agent({ resources: { limit: {} } }),
      [
        'agent.resources: Additional property limit is not allowed',
        "at '/agent/resources': additional properties 'limit' not allowed",
      ],
    ],
    [
      'a tier that is none',
      agent({ tier: 'root' }),
      [
        'agent.tier: agent.tier must be one of the following: "cgroups", "processes", "io"',
        "at '/agent/tier': value must be one of 'cgroups', 'processes', 'io'",
      ],
    ],
    [
      'a stack that is none',
      monitoring({ stack: 'both' }),
      [
        'monitoring.stack: monitoring.stack must be one of the following: "user-workload", "platform"',
        "at '/monitoring/stack': value must be one of 'user-workload', 'platform'",
      ],
    ],
    [
      'an old TLS',
      agent({ tls: { minVersion: 'TLS11' } }),
      [
        'agent.tls.minVersion: agent.tls.minVersion must be one of the following: "TLS12", "TLS13"',
        "at '/agent/tls/minVersion': value must be one of 'TLS12', 'TLS13'",
      ],
    ],
    [
      'no limit of names',
      agent({ names: { maxGroups: 0 } }),
      [
        'agent.names.maxGroups: Must be greater than or equal to 1',
        "at '/agent/names/maxGroups': minimum: got 0, want 1",
      ],
    ],
    [
      'a port of root',
      agent({ port: 443 }),
      [
        'agent.port: Must be greater than or equal to 1024',
        "at '/agent/port': minimum: got 443, want 1,024",
      ],
    ],
    [
      'no replicas',
      withValues({ plugin: { replicas: 0 } }),
      [
        'plugin.replicas: Must be greater than or equal to 1',
        "at '/plugin/replicas': minimum: got 0, want 1",
      ],
    ],
    [
      'a label that is a number',
      withValues({ commonLabels: { tier: 1 } }),
      [
        'commonLabels.tier: Invalid type. Expected: string, given: integer',
        "at '/commonLabels/tier': got number, want string",
      ],
    ],
    [
      'a sample limit that is a text',
      monitoring({ sampleLimit: 'none' }),
      [
        'monitoring.sampleLimit: Invalid type. Expected: [integer,null], given: string',
        "at '/monitoring/sampleLimit': got string, want null or integer",
      ],
    ],
    [
      'a threshold that is a text',
      monitoring({ alerts: { reservationExceeded: { threshold: '90%' } } }),
      [
        'monitoring.alerts.reservationExceeded.threshold: Invalid type. Expected: number, given: string',
        "at '/monitoring/alerts/reservationExceeded/threshold': got string, want number",
      ],
    ],
    [
      'runbooks that no browser finds',
      monitoring({ alerts: { runbooks: 'docs/runbooks' } }),
      [
        "monitoring.alerts.runbooks: Does not match pattern '^(https?://.+)?$'",
        "at '/monitoring/alerts/runbooks': 'docs/runbooks' does not match pattern '^(https?://.+)?$'",
      ],
    ],
    [
      'a chapter that was taken out',
      withValues({ agent: null }),
      ['(root): agent is required', "at '': missing property 'agent'"],
    ],
  ])('refuses %s', async (_, rendering, texts) => {
    const { status, output } = await template(helm, rendering);
    expect(status).not.toBe(0);
    expect(output).toContain(`- ${texts[helmReleases.indexOf(helm)] ?? ''}\n`);
  });
});

describe('a value that is taken out', () => {
  const file = path.join(chartFolder, 'values.yaml');
  const values = chartValues(readFileSync(file, 'utf8')).map(({ path: name }) => name);
  const chapters = values.flatMap((name) => {
    const keys = name.split('.').slice(0, -1);
    return keys.map((_, i) => keys.slice(0, i + 1).join('.'));
  });

  it.each([...new Set([...chapters, ...values])])(
    '%s is asked for, or not needed',
    async (name) => {
      const nothing = name.split('.').reduceRight<unknown>((tree, key) => ({ [key]: tree }), null);
      const { status, output } = await template('Helm 4.1.4', withValues(nothing as object));
      // The schema asks for most of them, our own sentence for the image.
      expect(status === 0 || /missing property|is missing/.test(output)).toBe(true);
      expect(output).not.toMatch(/<nil>|%!|nil pointer/);
    },
  );
});
