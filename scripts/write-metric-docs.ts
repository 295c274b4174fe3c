import { writeFileSync } from 'node:fs';
import { metricDocs } from './metric-docs';
import { ruleDocs } from './rule-docs';
import { shippedAlerts } from './rule-files';

writeFileSync('docs/metrics.md', metricDocs());
writeFileSync('docs/rules.md', ruleDocs(shippedAlerts()));
