import { defineConfig } from '@playwright/test';
import path from 'node:path';
import { chromium } from '../scripts/parts/chromium';
import { chromiumFlags } from '../scripts/parts/chromium-flags';
import { provide } from '../scripts/parts/part';
import { projectFolder } from '../scripts/project-folder';

const artifacts = path.join(projectFolder, 'artifacts');
/** A real console brings megabytes of scripts to every visit. */
const patience = process.env.BRIDGE_BASE_ADDRESS === undefined ? 1 : 3;
const { chromium: executablePath } = await provide(chromium, console.log);

/** Journeys of a person through the page, in a real browser, before a real Prometheus. */
export default defineConfig({
  testDir: path.join(import.meta.dirname, 'journeys'),
  testMatch: '**/*.journey.ts',
  outputDir: path.join(artifacts, 'journeys'),
  // One Prometheus, which one journey stops.
  workers: 1,
  forbidOnly: true,
  timeout: patience * 60_000,
  expect: { timeout: patience * 15_000 },
  reporter: [['list'], ['json', { outputFile: path.join(artifacts, 'reports', 'journeys.json') }]],
  use: {
    viewport: { width: 1500, height: 1200 },
    testIdAttribute: 'data-test',
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: { executablePath, args: chromiumFlags() },
    trace: 'retain-on-failure',
  },
});
