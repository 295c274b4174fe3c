import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { displayClasses } from '../../prometheus/series/display-class';
import { otherClass } from '../../prometheus/series/over-time';
import { classColour, rankedColour } from '../chart/class-colour';

const source = path.resolve(__dirname, '..');
const patternfly = path.resolve(source, '..', 'node_modules', '@patternfly', 'patternfly');
const css = ['patternfly.css', 'patternfly-charts.css']
  .map((file) => readFileSync(path.join(patternfly, file), 'utf8'))
  .join('\n');

/** Every PatternFly token that a file of src/ names in `var()`. */
const used = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(tsx?|css)$/.test(file) && !file.includes('.spec.'))
  .flatMap((file) => {
    const text = readFileSync(path.join(source, file), 'utf8');
    return [...text.matchAll(/var\((--pf-[\w-]+)\)/g)].flatMap(([, token]) => token ?? []);
  });

/** Those that are put together from a hue and a step. */
const made = [...displayClasses, otherClass, 'enclave'].flatMap((name) =>
  [classColour(name), ...[0, 1, 2, 3, 4].map((rank) => rankedColour(name, rank))].flatMap(
    (colour) => /^var\((.+)\)$/.exec(colour)?.[1] ?? [],
  ),
);

describe('tokens of PatternFly', () => {
  // A token that does not exist is no error anywhere: the line or the colour is just not drawn.
  it.each([...new Set([...used, ...made])])('%s exists', (token) => {
    expect(css).toContain(`${token}:`);
  });

  it('are found in the source', () => {
    expect(new Set(used).size).toBeGreaterThan(20);
    expect(new Set(made).size).toBeGreaterThan(20);
  });
});
