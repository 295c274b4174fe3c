import type { VectorSeries } from '../http-api/responses';
import { groupDetailsOf } from './group-details';

function sample(metric: Record<string, string>, value: number): VectorSeries {
  return { metric, value: [0, String(value)] };
}

describe('what is behind a group', () => {
  it('has threads busiest first, those that ended last, and facts apart from them', () => {
    const details = groupDetailsOf([
      sample({ part: 'now', threadname: '(exited)' }, 9),
      sample({ part: 'now', threadname: 'idle' }, 0),
      sample({ part: 'average', threadname: 'idle' }, 0.5),
      sample({ part: 'now', threadname: 'main' }, 1),
      sample({ part: 'now', threadname: 'quiet' }, 0),
      sample({ part: 'processes' }, 2),
      sample({ part: 'threads' }, 7),
      sample({ part: 'residentBytes' }, 4096),
      sample({ part: 'startSeconds' }, 1.5),
    ]);
    expect(details.threads.map(({ threadname }) => threadname)).toEqual([
      'main',
      'idle',
      'quiet',
      '(exited)',
    ]);
    expect(details).toMatchObject({
      processCount: 2,
      threadCount: 7,
      residentBytes: 4096,
      startMs: 1500,
    });
  });

  it('is empty for a group that the families do not know', () => {
    expect(groupDetailsOf([])).toEqual({ threads: [] });
  });
});
