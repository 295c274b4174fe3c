import { parseExposition } from './parse-exposition';

describe('parseExposition', () => {
  it('reads names, labels and values', () => {
    const text = [
      '# HELP a_total Some help with "quotes" {and} braces.',
      '# TYPE a_total counter',
      'a_total{class="service",unit="a.service"} 12.5',
      'a_total{class="pod",unit="kubepods.slice",} 1e-05',
      'up 1 1700000000000',
      'limit +Inf',
      '',
    ].join('\n');
    expect(parseExposition(text)).toEqual([
      { name: 'a_total', labels: { class: 'service', unit: 'a.service' }, value: 12.5 },
      { name: 'a_total', labels: { class: 'pod', unit: 'kubepods.slice' }, value: 1e-5 },
      { name: 'up', labels: {}, value: 1 },
      { name: 'limit', labels: {}, value: Infinity },
    ]);
  });

  it('takes escapes out of label values, and braces and commas as they are', () => {
    const [sample] = parseExposition(String.raw`a{x="q\"n\nb\\",y="},{=\" "} NaN`);
    expect(sample).toEqual({ name: 'a', labels: { x: 'q"n\nb\\', y: '},{=" ' }, value: NaN });
  });

  it('takes what is no number in any case, as prom-client writes it', () => {
    const values = parseExposition('a Nan\na NaN\na -inf').map(({ value }) => value);
    expect(values).toEqual([NaN, NaN, -Infinity]);
  });

  it.each(['<html>', 'a{x="1" 2', 'a{x=1} 2', 'a two', 'a{x="1"}'])('refuses %s', (text) => {
    expect(() => parseExposition(`up 1\n${text}\n`)).toThrow(JSON.stringify(text));
  });
});
