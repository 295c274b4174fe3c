/* global window, document, MutationObserver, requestAnimationFrame */

// Runs in the page before anything else, as a script of its own. It notes, in milliseconds of the page's
// clock: the first click (clickedMs), the first complete picture after it (completeMs: every panel shows
// data, the chart and the trends are drawn), and tasks over 50 ms since the click (longTasksMs).

/** @type {{ clickedMs?: number, completeMs?: number, longTasksMs: number[] }} */
const notes = { longTasksMs: [] };
window.hostProcessesProbe = notes;

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    if (notes.clickedMs !== undefined && startTime + duration > notes.clickedMs) {
      notes.longTasksMs.push(duration);
    }
  }
}).observe({ type: 'longtask' });

const parts = [
  ...['hp-account', 'hp-reservation', 'hp-chart', 'hp-groups'].map(
    (id) => `[data-test=${id}][data-state=ready]`,
  ),
  // Areas themselves: the panel's head has icons, and the chart axes.
  '[data-test=hp-chart-areas] path',
  '[data-test=hp-group-row] [data-test=trend]',
];

const watch = new MutationObserver(() => {
  if (!parts.every((part) => document.querySelector(part) !== null)) return;
  watch.disconnect();
  // The frame that shows it comes after this one's tasks.
  requestAnimationFrame(() => setTimeout(() => (notes.completeMs = performance.now())));
});

document.addEventListener(
  'click',
  () => {
    notes.clickedMs = performance.now();
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  },
  { capture: true, once: true },
);
