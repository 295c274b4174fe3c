import { writeFileSync } from 'node:fs';
import { metricDocs } from './metric-docs';

writeFileSync('docs/metrics.md', metricDocs());
