// npm run screenshots: takes the pictures of the README, of the built app with the demo shop. It tests only their size.
import { defineConfig } from '@playwright/test';
import tests from '../playwright.config.ts';

const plain = tests.projects?.find(({ name }) => name === 'no-adapter');

export default defineConfig({
  testDir: '.',
  testMatch: 'take.ts',
  outputDir: '../../../test-results',
  workers: 1,
  timeout: 600_000,
  reporter: 'list',
  use: plain?.use ?? {},
});
