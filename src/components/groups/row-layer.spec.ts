import type { Layer } from '../../../prometheus/series/over-time';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { rowLayer } from './row-layer';

const kubelet: TableRow = {
  kind: 'group',
  key: 'k',
  class: 'service',
  unit: 'kubelet.service',
  name: 'kubelet',
};
const web: TableRow = {
  kind: 'pod',
  key: 'w',
  class: 'workload-pod',
  namespace: 'shop',
  name: 'web-0',
};

function named(...identity: string[]): Layer {
  const [cpuClass = ''] = identity;
  return {
    key: JSON.stringify(identity),
    class: cpuClass,
    name: identity.at(-1) ?? '',
    values: [],
  };
}

const plain = (name: string): Layer => ({ key: name, class: name, values: [] });

describe('the layer of a row', () => {
  it('is its class, and all others can be left out', () => {
    const layers = [plain('kernel'), plain('service'), plain('workload-pod')];
    expect(rowLayer(kubelet, layers)).toEqual({ of: 'class', others: ['kernel', 'workload-pod'] });
    expect(rowLayer(web, layers)).toEqual({ of: 'class', others: ['kernel', 'service'] });
  });

  it('is its unit or its group where the chart is by those, a pod has its class still', () => {
    const units = [named('service', 'kubelet.service'), plain('other'), plain('workload-pod')];
    expect(rowLayer(kubelet, units)).toEqual({ of: 'unit', others: ['other', 'workload-pod'] });
    expect(rowLayer(web, units)).toMatchObject({ of: 'class' });
    const group = named('service', 'kubelet.service', 'kubelet');
    expect(rowLayer(kubelet, [group])).toEqual({ of: 'group', others: [] });
  });

  it('is none for what is folded into the rest, or of another unit', () => {
    const layers = [named('service', 'crio.service', 'kubelet'), plain('other')];
    expect(rowLayer(kubelet, layers)).toBeUndefined();
    expect(rowLayer(web, [])).toBeUndefined();
  });
});
