import express from 'express';
import { openPage } from '../../demo/server/listen';
import { agentNamespace } from '../known-data/formula';
import { metricsAccess } from './metrics-access';
import { personHeader, type Person } from './person';

const pages: { close(): Promise<void> }[] = [];
let url: string;

beforeAll(async () => {
  const behind = await openPage(0);
  behind.serve(
    express().use((request, response) => {
      response.json({ asked: request.query.query });
    }),
  );
  const access = await openPage(0);
  access.serve(express().use(metricsAccess(behind.url)));
  pages.push(access, behind);
  url = `${access.url}/api/v1/query?query=up`;
});
afterAll(() => Promise.all(pages.map((page) => page.close())));

async function ask(person: Person, namespace?: string) {
  const named = namespace === undefined ? '' : `&namespace=${namespace}`;
  const response = await fetch(url + named, { headers: { [personHeader]: person } });
  return { status: response.status, text: await response.text() };
}

it('answers an administrator with everything', async () => {
  expect(await ask('administrator')).toEqual({ status: 200, text: '{"asked":"up"}' });
});

it('answers who may view one namespace with that, and no more', async () => {
  const { text } = await ask('viewer', agentNamespace);
  expect(JSON.parse(text)).toEqual({ asked: `up{namespace="${agentNamespace}"}` });
  expect((await ask('viewer', 'default')).status).toBe(403);
});

it.each([
  ['viewer', undefined, 'resource=prometheuses, subresource=api'],
  ['nobody', undefined, 'resource=prometheuses, subresource=api'],
  ['nobody', agentNamespace, 'resource=pods, subresource='],
] as const)(
  'refuses %s (namespace %s) as kube-rbac-proxy does',
  async (person, namespace, words) => {
    expect(await ask(person, namespace)).toEqual({
      status: 403,
      text: `Forbidden (user=developer, verb=get, ${words})\n`,
    });
  },
);
