import { ownReads } from './own-reads';

test('reads in a scrape are the growth of all kinds and results together', () => {
  const said = (stat: number, gone: number) =>
    `hostproc_reads_total{file="pid_stat",result="ok"} ${stat}\nhostproc_reads_total{file="pid_stat",result="gone"} ${gone}\nup 1\n`;
  expect(ownReads([said(100, 0), said(110, 1), said(120, 3), said(230, 3)])).toBe(12);
});
