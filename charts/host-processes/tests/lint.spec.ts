import { chartFolder } from '../../../scripts/chart/files';
import { helmReleases, provideHelm, required, runHelm } from './support/chart';

beforeAll(provideHelm, 120_000);

test.each(helmReleases)('%s lint --strict has nothing to say', async (helm) => {
  const args = ['lint', chartFolder, '--strict', '--namespace', 'hp', '--kube-version', '1.35.0'];
  const { status, output } = await runHelm(helm, args, required);
  expect(output).not.toMatch(/\[(WARNING|ERROR)\]|Fail:|funcMap/);
  expect(output).toContain('1 chart(s) linted');
  expect(status).toBe(0);
});
