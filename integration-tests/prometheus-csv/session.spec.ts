import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { useKnownFront } from './known-front';
import { run } from './program';
import { goodToken } from './tls-front';

// The session that docs/prometheus-csv.md shows, to the letter. UPDATE_GOLDEN=1 writes it anew.
const known = useKnownFront();
const folder = mkdtempSync(path.join(os.tmpdir(), 'session-'));
const page = path.join(projectFolder, 'docs/prometheus-csv.md');
afterAll(() => rmSync(folder, { recursive: true }));

/** What a terminal would show of a command: both streams, and no carriage returns. */
async function shown(command: string): Promise<{ text: string; status: number | null }> {
  const args = command.split(' ').slice(1);
  const where = ['--host', known.front.host, '--ca-file', known.authority.caFile];
  const when = ['-T', String(known.cluster.endMs / 1000)];
  const ended = await run([...args, ...where, ...when], { PROMETHEUS_TOKEN: goodToken }, folder);
  // When the interval began is the one thing that differs each time.
  const text = (ended.stderr + ended.stdout)
    .replaceAll('\r', '')
    .replace(/from \d{4}-.*?Z/, 'from 2026-01-31T11:00:00.000Z');
  return { text, status: ended.status };
}

async function play(block: string): Promise<string> {
  let status: number | null = null;
  const lines: string[] = [];
  for (const line of block.split('\n').filter((text) => text.startsWith('$ '))) {
    const command = line.slice(2);
    lines.push(line);
    if (command === 'echo $?') lines.push(String(status));
    else {
      const said = await shown(command);
      status = said.status;
      if (said.text !== '') lines.push(said.text.trimEnd());
    }
  }
  return `${lines.join('\n')}\n`;
}

it('shows what these commands print', async () => {
  const written = readFileSync(page, 'utf8');
  let played = '';
  for (const [i, part] of written.split('```').entries()) {
    const isSession = i % 2 === 1 && part.startsWith('console\n');
    played += (i === 0 ? '' : '```') + (isSession ? `console\n${await play(part)}` : part);
  }
  if (process.env.UPDATE_GOLDEN) writeFileSync(page, played);
  expect(played).toBe(readFileSync(page, 'utf8'));
  expect(played).toMatch(/\n\$ prometheus-csv verdict[^\n]*\n[^$]/);
});
