import { baseOf, refuseOpenToken } from './host';

const querier = 'https://thanos-querier-openshift-monitoring.apps.ocp48.demo.lab/';

it.each([
  ['ocp48.demo.lab', querier],
  ['api.ocp48.demo.lab', querier],
  ['https://api.ocp48.demo.lab:6443', querier],
  ['api.ocp48.demo.lab:6443', querier],
  ['ocp48.demo.lab:6443', querier],
  [
    'prometheus-k8s-openshift-monitoring.apps.ocp48.demo.lab',
    'https://prometheus-k8s-openshift-monitoring.apps.ocp48.demo.lab/',
  ],
  ['https://thanos.example', 'https://thanos.example/'],
  ['https://proxy.example/prometheus?x=1', 'https://proxy.example/prometheus/'],
  ['thanos.example:443', 'https://thanos.example/'],
  ['localhost:9090', 'https://localhost:9090/'],
  ['http://localhost:9090', 'http://localhost:9090/'],
  ['10.0.0.1', 'https://10.0.0.1/'],
  ['thanos-querier.openshift-monitoring.svc', 'https://thanos-querier.openshift-monitoring.svc/'],
])('%s is asked at %s', (host, base) => {
  expect(baseOf(host).href).toBe(base);
});

it('a host that is none is refused in one sentence', () => {
  expect(() => baseOf('a b')).toThrow(/^Option --host expects .*, found "a b"\.$/);
});

it('no token goes over the network in the clear', () => {
  expect(() => refuseOpenToken(baseOf('http://prom.example'), 'secret')).toThrow(/without TLS/);
  expect(() => refuseOpenToken(baseOf('http://localhost:1'), 'secret')).not.toThrow();
  expect(() => refuseOpenToken(baseOf('http://prom.example'), undefined)).not.toThrow();
});
