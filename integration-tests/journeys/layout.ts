import type { Page } from '@playwright/test';

// What is wrong with how the tab is laid out, as lines to compare with none.

/** Parts of the tab that stick out of the page to either side, so that somebody would have to scroll. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.getByTestId('hp-tab').evaluate((tab) => {
    const room = tab.getBoundingClientRect();
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
    };
    return [...tab.querySelectorAll('*')]
      .filter(
        (element) =>
          isSeen(element) &&
          element.closest('svg, .host-processes__table, .host-processes__chart-table') === null,
      )
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < room.left - 1 || right > room.right + 1;
      })
      .map((element) => `${element.tagName} ${element.className} "${element.textContent}"`);
  });
}

/** Parts of the account's lines that are wider than their place, and lie over what is beside them. */
export function crowdedLines(page: Page): Promise<string[]> {
  return page
    .getByTestId('hp-account')
    .evaluate((account) =>
      [...account.querySelectorAll('.host-processes__account-line > *')]
        .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => textContent),
    );
}

/** Texts that are cut off at an edge without saying so by an ellipsis. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.getByTestId('hp-tab').evaluate((tab) =>
    [...tab.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
        const clips = overflowX === 'hidden' || overflowX === 'clip';
        if (!clips || textOverflow === 'ellipsis' || clipPath !== 'none') return false;
        return element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.className} "${element.textContent}"`),
  );
}

/** Words on the page, seen or only heard, that did not come from a translation in pseudo-localisation. */
export function untranslatedTexts(page: Page): Promise<string[]> {
  return page.getByTestId('hp-tab').evaluate((tab) => {
    const found: string[] = [];
    const judge = (text: string | null, where: string) => {
      // Translated texts stand in brackets; names of processes, units and pods are in <bdi>. The
      // browser writes dates, in the language of the page, which pseudo-localisation leaves English.
      const rest = (text ?? '')
        .replace(/\[[^\]]*\]/g, '')
        .replace(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d+/g, '');
      if (/[a-z]{3,}/i.test(rest)) found.push(`${where}: ${text ?? ''}`);
    };
    const texts = document.createTreeWalker(tab, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const { parentElement } = node;
      if (parentElement?.closest('bdi, svg, time') === null) judge(node.nodeValue, 'text');
    }
    for (const element of tab.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        judge(element.getAttribute(name), name);
      }
    }
    return [...new Set(found)];
  });
}
