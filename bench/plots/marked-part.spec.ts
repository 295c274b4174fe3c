import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { withFigures } from './marked-part';

const page = readFileSync(path.join(projectFolder, 'docs', 'performance.md'), 'utf8');

test('figures take the place of figures, and what is written by hand stays', () => {
  const changed = withFigures(page, 'first figures');
  expect(changed).toContain('first figures');
  const again = withFigures(changed, 'other figures');
  expect(again).not.toContain('first figures');
  expect(again.slice(0, 500)).toBe(page.slice(0, 500));
  expect(again.slice(-500)).toBe(page.slice(-500));
});

test('a page without marks is refused', () => {
  expect(() => withFigures('# A page', 'figures')).toThrow('found another page');
});
