import { joinParts } from './join';

describe('joinParts', () => {
  it('makes one row of a label set, whatever the order of its labels', () => {
    expect(
      joinParts([
        { metric: { part: 'now', class: 'pod', unit: 'pods' }, value: [1, '0.5'] },
        { metric: { unit: 'pods', class: 'pod', part: 'average' }, value: [1, '0.25'] },
        { metric: { part: 'now', class: 'kernel' }, value: [1, '1'] },
        { metric: { part: 'busy' }, value: [1, '1.5'] },
      ]),
    ).toEqual([
      { labels: { class: 'pod', unit: 'pods' }, values: { now: 0.5, average: 0.25 } },
      { labels: { class: 'kernel' }, values: { now: 1 } },
      { labels: {}, values: { busy: 1.5 } },
    ]);
  });

  it('keeps apart what only looks alike', () => {
    const rows = joinParts([
      { metric: { part: 'now', groupname: 'a","unit":"b' }, value: [1, '1'] },
      { metric: { part: 'now', groupname: 'a', unit: 'b' }, value: [1, '2'] },
    ]);
    expect(rows).toHaveLength(2);
  });

  it('leaves NaN and untagged series out instead of calling them zero', () => {
    expect(
      joinParts([
        { metric: { part: 'now', class: 'pod' }, value: [1, 'NaN'] },
        { metric: { class: 'pod' }, value: [1, '1'] },
      ]),
    ).toEqual([]);
  });
});
