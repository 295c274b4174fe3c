import { ThreadCountSamples } from './thread-count-samples';

function counts(groups: Record<string, Record<string, number>>) {
  return new Map(
    Object.entries(groups).map(([name, threads]) => [name, new Map(Object.entries(threads))]),
  );
}

function linesOf({ samples }: ThreadCountSamples) {
  return samples.map(({ labelValues, value }) => [...labelValues, value].join(' '));
}

test('who comes, goes and stays is told, of each group its own', () => {
  const samples = new ThreadCountSamples();
  samples.update(counts({ kubelet: { main: 1, worker: 9 }, crio: { main: 1 } }));
  expect(linesOf(samples)).toEqual(['kubelet main 1', 'kubelet worker 9', 'crio main 1']);
  samples.update(counts({ kubelet: { worker: 7, timer: 2 }, sshd: { main: 3 } }));
  expect(linesOf(samples)).toEqual(['kubelet worker 7', 'kubelet timer 2', 'sshd main 3']);
  samples.update(counts({ crio: { main: 2 } }));
  expect(linesOf(samples)).toEqual(['crio main 2']);
});

test('a series that stays keeps its array of label values: the exposition caches text by it', () => {
  const samples = new ThreadCountSamples();
  samples.update(counts({ kubelet: { main: 1 } }));
  const [before] = samples.samples;
  samples.update(counts({ kubelet: { worker: 5, main: 2 } }));
  expect(samples.samples[1]?.labelValues).toBe(before?.labelValues);
});

test('of a count that is as before it is the same sample, of another count another: the exposition looks no further', () => {
  const samples = new ThreadCountSamples();
  samples.update(counts({ kubelet: { main: 1, worker: 9 } }));
  const [main, worker] = samples.samples;
  samples.update(counts({ kubelet: { main: 1, worker: 7 } }));
  expect(samples.samples[0]).toBe(main);
  expect([samples.samples[1]?.value, worker?.value]).toEqual([7, 9]);
});
