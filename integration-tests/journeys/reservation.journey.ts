import { expectedPlatform, expectedPods, coresOf, scrapesOfNow } from '../known-data/expectation';
import { knownGroups, reserved } from '../known-data/formula';
import { valueOf } from './reading';
import { expect, rangeScrapes, test } from './world';

test('the platform is judged by the minutes that the formula gives', async ({ tab, world }) => {
  const { endScrape, endMs } = world.prometheus;
  const panel = tab.getByTestId('hp-reservation');
  await expect(panel).toHaveAttribute('data-state', 'ready');
  const minutes = expectedPlatform(endScrape, endMs / 1000, rangeScrapes);
  const host = knownGroups.filter((group) => group.class !== 'pod');
  const now =
    coresOf(host, endScrape, scrapesOfNow) + expectedPods(endScrape, scrapesOfNow).infrastructure;
  const maximum = Math.max(...minutes, now);
  expect(await valueOf(panel, 'hp-reservation-now')).toBeCloseTo(now, 6);
  expect(await valueOf(panel, 'hp-reservation-maximum')).toBeCloseTo(maximum, 6);
  expect(await valueOf(panel, 'hp-reservation-headroom')).toBeCloseTo(reserved - maximum, 6);
  await expect(panel.getByTestId('hp-judged')).toHaveAttribute('data-judged', 'platform');
  const verdict = maximum > reserved ? 'exceeds' : maximum > 0.9 * reserved ? 'close' : 'within';
  await expect(panel.getByTestId('hp-verdict')).toHaveAttribute('data-verdict', verdict);
  await expect(panel.getByTestId('hp-needed')).toHaveAttribute(
    'data-value',
    String(Math.ceil(maximum * 1.1)),
  );
});
