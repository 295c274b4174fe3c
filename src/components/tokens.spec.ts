import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

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

describe('tokens of PatternFly', () => {
  // A token that does not exist is no error anywhere: the line or the colour is just not drawn.
  it.each([...new Set(used)])('%s exists', (token) => {
    expect(css).toContain(`${token}:`);
  });

  it('are found in the source', () => {
    expect(new Set(used).size).toBeGreaterThan(20);
  });
});
