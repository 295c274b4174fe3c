import type { Page } from '@playwright/test';
import { UserError } from '../../scripts/user-error';

/** Collects what the browser complains about: errors of the page, of its console and of its requests. */
export function watchPage(page: Page): () => void {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  return () => {
    if (faults.length > 0) throw new UserError(`The page complains:\n    ${faults.join('\n    ')}`);
  };
}
