import { AskError, askErrorFrom } from './ask-error';

describe('askErrorFrom', () => {
  it.each([
    ['a user without the role', { code: 403, message: 'Forbidden' }, 'denied'],
    ['a session that ended', { code: 401, message: '' }, 'denied'],
    [
      'the console giving up',
      { name: 't', url: '/x', ms: 60_000, message: 'timed out' },
      'timeout',
    ],
    ['a gateway giving up', { code: 504, message: 'Gateway Timeout' }, 'timeout'],
    [
      'Prometheus giving up',
      { code: 503, message: '', json: { errorType: 'timeout', error: 'query timed out' } },
      'timeout',
    ],
    ['no proxy to Prometheus', { code: 404, message: 'Not Found' }, 'absent'],
    ['a page we left', { name: 'AbortError', message: 'aborted', code: 20 }, 'aborted'],
    [
      'a query too large',
      { code: 422, message: 'x', json: { error: 'too many samples' } },
      'bad-query',
    ],
    ['Prometheus restarting', { code: 502, message: 'Bad Gateway' }, 'unavailable'],
    ['no network', new TypeError('Failed to fetch'), 'unavailable'],
    ['something odd', 'boom', 'unavailable'],
  ])('tells %s apart', (_, cause, code) => {
    expect(askErrorFrom(cause).code).toBe(code);
  });

  it("says what Prometheus said, else the transport's message, else the status", () => {
    expect(askErrorFrom({ code: 422, message: 'm', json: { error: 'too many' } }).message).toBe(
      'too many',
    );
    expect(askErrorFrom({ code: 502, message: 'Bad Gateway' }).message).toBe('Bad Gateway');
    // Over HTTP/2 there is no status text.
    expect(askErrorFrom({ code: 403, message: '' }).message).toBe('403');
  });

  it('keeps an error that has its code already, and the cause of one that has not', () => {
    const error = new AskError('absent', 'no Prometheus');
    expect(askErrorFrom(error)).toBe(error);
    const cause = new TypeError('Failed to fetch');
    expect(askErrorFrom(cause).cause).toBe(cause);
  });
});
