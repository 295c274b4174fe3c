import { buildAll } from '../../demo/launcher/builds';
import { helm3, helm4 } from '../parts/helm';
import { kubernetes } from '../parts/kubernetes';
import { openshiftApi } from '../parts/openshift-api';
import { provide } from '../parts/part';
import { prometheusOperatorApi } from '../parts/prometheus-operator-api';
import { reportFailure } from '../user-error';

// What `npm run test:cluster` runs on: parts that are real, and the programs of the image.
const say = (line: string) => console.log(line);

try {
  for (const part of [kubernetes, openshiftApi, prometheusOperatorApi, helm3, helm4]) {
    await provide<string>(part, say);
    say(`${part.name}: there`);
  }
  await buildAll(say, new AbortController().signal);
} catch (error) {
  reportFailure(error);
}
