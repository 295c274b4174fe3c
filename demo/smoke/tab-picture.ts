import type { Page } from '@playwright/test';

/**
 * Saves a picture of the whole page, this many pixels wide: its content scrolls inside the frame, so the
 * window has to grow.
 */
export async function saveWholePage(page: Page, file: string, width = 1500): Promise<void> {
  await page.setViewportSize({ width, height: 1200 });
  await page.waitForTimeout(300);
  const height = await page.evaluate(() => {
    const content = document.getElementById('content-scrollable');
    if (!content) return document.documentElement.scrollHeight;
    return window.innerHeight - content.clientHeight + content.scrollHeight;
  });
  await page.setViewportSize({ width, height });
  // Charts follow the size of their box a moment later.
  await page.waitForTimeout(500);
  await page.screenshot({ path: file });
}
