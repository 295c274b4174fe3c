import { isInfrastructure } from './pod-cores';

describe('whose pods a namespace holds', () => {
  it.each(['default', 'openshift', 'openshift-dns', 'kube-system'])('%s: the platform', (name) => {
    expect(isInfrastructure(name)).toBe(true);
  });

  it.each(['shop', 'my-openshift-dns', 'default-shop', 'openshiftish', 'kubevirt', ''])(
    '%j: somebody else',
    (name) => {
      expect(isInfrastructure(name)).toBe(false);
    },
  );
});
