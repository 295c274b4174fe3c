import type { Page } from '@playwright/test';
import { UserError } from '../../scripts/user-error';

/** Something that the browser complains about, and where it comes from. */
export interface Fault {
  readonly text: string;
  readonly url: string;
}

/**
 * Collects what the browser complains about: errors of the page, of its console and of its requests, as
 * far as they `matter`.
 */
export function watchPage(page: Page, matters: (fault: Fault) => boolean = () => true): () => void {
  const faults: string[] = [];
  const collect = (fault: Fault) => {
    if (matters(fault)) faults.push(fault.text);
  };
  page.on('pageerror', (error) => collect({ text: error.stack ?? error.message, url: page.url() }));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    collect({ text: message.text(), url: message.location().url || page.url() });
  });
  page.on('response', (response) => {
    const url = response.url();
    if (response.status() >= 400) collect({ text: `${response.status()} for ${url}`, url });
  });
  return () => {
    if (faults.length > 0) throw new UserError(`The page complains:\n    ${faults.join('\n    ')}`);
  };
}
