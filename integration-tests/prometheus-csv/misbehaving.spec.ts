import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { buildProgram, run, startProgram } from './program';
import { serveTls, type Front } from './tls-front';

// Servers as they are on bad days. Whatever they do: one sentence, status 1, nothing on standard output.
// The program starts several times in a test, on machines that do other things, too.
jest.setTimeout(60_000);

const lifetime = beginLifetime();
const authority = new CertificateAuthority();
const folder = mkdtempSync(path.join(os.tmpdir(), 'misbehaving-'));
beforeAll(() => buildProgram(), 60_000);
afterAll(async () => {
  await lifetime.end();
  authority.remove();
  rmSync(folder, { recursive: true });
});

type Answer = (response: http.ServerResponse, request: number) => void;

const json = { 'content-type': 'application/json' };
const empty = (type: string) =>
  JSON.stringify({ status: 'success', data: { resultType: type, result: [] } });

function serve(answer: Answer): Promise<Front> {
  let requests = 0;
  return serveTls(lifetime, authority, (_request, response) => answer(response, ++requests));
}

const argsFor = (host: string, ...more: string[]) => [
  ...['--host', host, '--ca-file', authority.caFile, '-t', 'token', '--view', 'kernel'],
  ...more,
];

describe('an answer that is none', () => {
  const cases: readonly (readonly [string, Answer, RegExp])[] = [
    [
      'a 500',
      (r) => r.writeHead(500, json).end('{"status":"error","error":"broken"}'),
      /answered with status 500: broken\.$/,
    ],
    [
      'a 503 of a proxy',
      (r) => r.writeHead(503).end('<h1>Application is not available</h1>'),
      /answered with status 503\.$/,
    ],
    ['a 429', (r) => r.writeHead(429).end(), /was asked too often \(429\); try again later\.$/],
    [
      'a 401',
      (r) => r.writeHead(401).end('Unauthorized'),
      /does not accept the token \(401\); get a new one, /,
    ],
    [
      'a 403',
      (r) => r.writeHead(403).end('Forbidden'),
      /\(403\); it takes the cluster role cluster-monitoring-view\.$/,
    ],
    [
      'a 404',
      (r) => r.writeHead(404).end('default backend'),
      /There is no Prometheus API at .* \(404\); check the host\.$/,
    ],
    [
      'a query refused',
      (r) =>
        r
          .writeHead(422, json)
          .end('{"status":"error","errorType":"execution","error":"too many samples."}'),
      /answered with status 422: too many samples\.$/,
    ],
    [
      'truncated JSON',
      (r) => r.writeHead(200, json).end(empty('matrix').slice(0, 30)),
      /sent an answer that is not whole \(30 characters of JSON that cannot be read\)\.$/,
    ],
    [
      'a login page',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      /is not Prometheus: JSON was expected, text\/html was found\.$/,
    ],
    [
      'no content type',
      (r) => r.writeHead(200).end(empty('matrix')),
      /JSON was expected, no content type was found\.$/,
    ],
    [
      'a redirect',
      (r) => r.writeHead(302, { location: 'https://login.example/' }).end(),
      /answered with a redirect to https:\/\/login\.example\/, which is not followed; check host and token\.$/,
    ],
    [
      'JSON of somebody else',
      (r) => r.writeHead(200, json).end('{"a":1}'),
      /The answer is not from Prometheus\.$/,
    ],
    [
      'another type',
      (r) => r.writeHead(200, json).end(empty('scalar')),
      /Prometheus did not answer with a matrix\.$/,
    ],
    [
      'half an answer',
      (r) => {
        r.writeHead(200, { ...json, 'content-length': '1000' }).write('{"status":');
        setTimeout(() => r.destroy(), 50);
      },
      /The connection to .* broke before the answer was complete\.$/,
    ],
    [
      'no answer',
      (r) => r.destroy(),
      /The connection to .* broke before the answer was complete\.$/,
    ],
  ];

  it.each(cases)('%s', async (_name, answer, message) => {
    const { host } = await serve(answer);
    const { status, stdout, stderr } = await run(argsFor(host, '--retries', '0'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it('that is slow is not waited for longer than was said', async () => {
    const { host } = await serve(() => undefined);
    const { status, stdout, stderr } = await run(argsFor(host, '--timeout', '1s'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^prometheus-csv: localhost:\d+ did not answer within 1 s; .* --timeout\.\n$/,
    );
  });
});

describe('a server that recovers', () => {
  it.each([429, 500, 503])('is asked again after %d', async (code) => {
    const front = await serve((response, request) =>
      request <= 2
        ? response.writeHead(code, { 'retry-after': '0' }).end()
        : response.writeHead(200, json).end(empty(request === 3 ? 'matrix' : 'scalar')),
    );
    const { stderr } = await run(argsFor(front.host));
    // The third request is answered; the fourth ends the run.
    expect(front.asked).toHaveLength(4);
    expect(front.asked[2]?.url).toBe(front.asked[0]?.url);
    expect(stderr).toContain('did not answer with a vector');
  });

  it('is asked again when the connection breaks, and no more often than was said', async () => {
    const front = await serve((response) => response.destroy());
    await run(argsFor(front.host, '--retries', '1'));
    expect(front.asked).toHaveLength(2);
  });

  it('is not asked again when it denies', async () => {
    const front = await serve((response) => response.writeHead(403).end());
    await run(argsFor(front.host));
    expect(front.asked).toHaveLength(1);
  });
});

describe('a host that is not there', () => {
  it.each([
    ['localhost:1', /The connection to localhost:1 was refused: nothing listens there; /],
    ['no-such-host.invalid:443', /No address is known for the host no-such-host\.invalid; /],
  ])('%s', async (host, message) => {
    const { status, stdout, stderr } = await run(argsFor(host, '--retries', '0'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  it('that speaks no TLS is told so', async () => {
    const { host } = await serve(() => undefined);
    const { stderr } = await run([
      '--host',
      host.replace('localhost', 'http://localhost'),
      '--view',
      'kernel',
      '--retries',
      '0',
    ]);
    expect(stderr).toMatch(/^prometheus-csv: .*\n$/);
  });
});

it.each(['SIGINT', 'SIGTERM'] as const)('%s leaves no half file', async (signal) => {
  const front = await serve(() => undefined);
  const file = path.join(folder, `${signal}.csv`);
  const { child, run: ended } = startProgram(argsFor(front.host, '--output', file));
  while (front.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill(signal);
  await once(child, 'close');
  expect(await ended).toEqual({
    status: signal === 'SIGINT' ? 130 : 143,
    stdout: '',
    stderr: 'prometheus-csv: Stopped; nothing was written.\n',
  });
  expect(readdirSync(folder)).toEqual([]);
});

it('an error leaves an earlier file as it was, and a mistake is status 2', async () => {
  const front = await serve((response) => response.writeHead(403).end());
  const file = path.join(folder, 'absent', 'a.csv');
  expect(await run(argsFor(front.host, '--output', file))).toMatchObject({ status: 1, stdout: '' });
  const mistake = await run(argsFor(front.host, '--interval', '1 hour'));
  expect(mistake).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'prometheus-csv: Option --interval expects a duration such as 90m or 1h30m, found "1 hour".\n',
  });
  expect(front.asked).toHaveLength(1);
});
