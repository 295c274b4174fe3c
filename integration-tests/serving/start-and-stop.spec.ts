import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { ask } from '../../https-server/testdata/ask';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';
import { agentProgram, pluginServerProgram, startProgram } from './programs';

// The built programs as a pod starts and ends them.
const lifetime = beginLifetime();
const authority = new CertificateAuthority();
const { certFile, keyFile } = authority.issueServer();
const pair = [`--web.tls-cert-file=${certFile}`, `--web.tls-key-file=${keyFile}`];
const plugin = [
  ...pair,
  `--files=${path.join(projectFolder, 'dist/plugin')}`,
  '--agent.namespace=host-processes',
];
afterAll(async () => {
  await lifetime.end();
  authority.remove();
});

const file = (name: string, text: string) => {
  const made = path.join(authority.folder, name);
  writeFileSync(made, text);
  return made;
};
const badConfig = file('bad.yml', 'tls_server_config:\n  min_version: TLS9\nbasic: {}\n');

it.each([
  [agentProgram, [pair[0]], 'Option --web.tls-cert-file needs --web.tls-key-file, too.'],
  [
    agentProgram,
    [pair[0], '--web.tls-key-file=/no/such'],
    '/no/such cannot be read: there is no such file.',
  ],
  [
    agentProgram,
    ['--web.bearer-token-file', file('empty', '')],
    `${path.join(authority.folder, 'empty')}: expected a bearer token of visible ASCII characters, found none.`,
  ],
  [
    agentProgram,
    ['-web.config.file', badConfig],
    `${badConfig}:2:16: tls_server_config.min_version: expects one of TLS12, TLS13, found "TLS9".
${badConfig}:3:1: basic: is not known here, only tls_server_config, http_server_config, basic_auth_users, rate_limit are.`,
  ],
  [pluginServerProgram, pair, 'Option --agent.namespace is missing; --help tells what it is.'],
  [
    pluginServerProgram,
    [...plugin, '--web.tls-key-file', certFile],
    `${certFile}: expected a private key in PEM form without a passphrase, found none.`,
  ],
])('%s %j ends with status 2 and a sentence', async (program, args, sentence) => {
  const { status, output } = await runProgram(process.execPath, [
    program,
    '--web.listen-address=127.0.0.1:0',
    ...args.map(String),
  ]);
  expect([output, status]).toEqual([`${path.basename(program, '.cjs')}: ${sentence}\n`, 2]);
});

it('the plugin server serves the built plugin', async () => {
  const { url } = await startProgram(lifetime, pluginServerProgram, authority.ca, plugin);
  const get = (at: string) => ask(`${url}/${at}`, { ca: authority.ca });
  const manifest = JSON.parse((await get('plugin-manifest.json')).text) as {
    name: string;
    loadScripts: string[];
  };
  expect(manifest.name).toBe('host-processes');
  for (const script of manifest.loadScripts) {
    const { status, headers } = await get(script);
    expect([status, headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  }
});

it.each([
  ['the agent', agentProgram, pair],
  ['the plugin server', pluginServerProgram, plugin],
])('%s ends by itself on SIGTERM, whoever is connected', async (_name, program, flags) => {
  const child = spawn(process.execPath, [program, '--web.listen-address=127.0.0.1:0', ...flags]);
  let said = '';
  const listening = new Promise<string>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const url = /listening on (\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const agent = new https.Agent({ keepAlive: true });
  expect((await ask(`${await listening}healthz`, { ca: authority.ca, agent })).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  agent.destroy();
});
