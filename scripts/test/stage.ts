/** Runs a stage and says how long it took; a stage that throws has said so, too. */
export async function stage<T>(name: string, work: () => Promise<T>): Promise<T> {
  console.log(`\n== ${name}`);
  const start = performance.now();
  try {
    return await work();
  } finally {
    console.log(`== ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}
