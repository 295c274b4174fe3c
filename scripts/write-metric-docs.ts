import { writeFileSync } from 'node:fs';
import { metricDocs } from './metric-docs';
import { ruleDocs } from './rule-docs';

writeFileSync('docs/metrics.md', metricDocs());
writeFileSync('docs/rules.md', ruleDocs());
