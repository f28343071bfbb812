// npm run build:start-files: makes the trained demo shop of workshops with the built app. It tests only its size.
import { defineConfig } from '@playwright/test';
import tests from '../playwright.config.ts';

const plain = tests.projects?.find(({ name }) => name === 'no-adapter');

export default defineConfig({
  testDir: '.',
  testMatch: 'make.ts',
  outputDir: '../../../test-results',
  workers: 1,
  timeout: 600_000,
  reporter: 'list',
  use: plain?.use ?? {},
});
