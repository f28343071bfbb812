// npm run screenshots: the pictures of the README, of the built app with the demo shop. No test: nothing is asked of them but their size.
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
