import { defineConfig } from '@playwright/test';
import path from 'node:path';
import journeys from './playwright.config';

/** Takes the pictures of docs/user.md: the journeys' page, without the journeys. */
export default defineConfig({
  ...journeys,
  testDir: path.join(import.meta.dirname, 'pictures'),
  testMatch: '**/*.picture.ts',
  reporter: 'list',
});
