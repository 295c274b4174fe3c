// Loaded into the agent before its own code (`node --import`): lets its clock run faster, so that in
// minutes it lives through days of scrapes, and answers whoever asks how much memory it holds.
import { readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const faster = Number(process.env.SOAK_FASTER);
const now = performance.now.bind(performance);
const start = now();
performance.now = () => start + (now() - start) * faster;

process.on('message', () => {
  const { gc } = globalThis;
  if (!gc) throw new Error('Expected --expose-gc, found no gc().');
  // Twice: what finalizers let go of is collected by the second.
  gc();
  gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  const descriptors = readdirSync('/proc/self/fd').length;
  process.send?.({ heldBytes: heapUsed + external, residentBytes: rss, descriptors });
});
