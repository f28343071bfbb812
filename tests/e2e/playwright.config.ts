import { defineConfig } from '@playwright/test';
import { CHROMIUM_ADVICE, findChromium, findWholeChromium } from '#workers/build/find-browsers.js';

const executablePath = await findChromium();
const wholePath = await findWholeChromium();
if (!executablePath || !wholePath) throw new Error(CHROMIUM_ADVICE);

/** Keeps the browser from calling home, which causes delays on a machine without a network. */
const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

const WEBGPU_SPECS = /webgpu[^/]*\.spec\.ts$/;
/** Specs of notices, which a browser without windows does not show. */
const NOTICE_SPECS = /notices\.spec\.ts$/;
/** Specs that run in Chromium, Firefox and WebKit, each started by a driver of its own. */
const ENGINE_SPECS = /engines\/[^/]*\.spec\.ts$/;
/** Tests that only `npm run test:all` runs, and those that only a bench runs. */
const WHOLE = /@whole/;
const BENCH = /@bench/;
/** Tests with a time limit. They run last and alone. */
const TIMED = /@timed/;

export default defineConfig({
  testDir: '.',
  globalSetup: './support/project-folder.ts',
  outputDir: '../../test-results',
  forbidOnly: Boolean(process.env.CI),
  // A page waits more than it works: on two cores, two workers take a quarter less time.
  workers: 2,
  // Lint runs at the same time, on machines that may be busy. These limits end what hangs and do not test speed.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // The machine may be busy for a moment, so a failed test is tried again. `npm test` names such tests.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  // Otherwise each context would first fetch and store the whole app, which takes longer than most tests. Tests of
  // service workers allow them.
  use: { serviceWorkers: 'block' },
  projects: [
    {
      name: 'no-adapter',
      testIgnore: [WEBGPU_SPECS, NOTICE_SPECS, ENGINE_SPECS],
      grepInvert: TIMED,
      use: { launchOptions: { executablePath, args: QUIET } },
    },
    {
      name: 'whole-browser',
      testMatch: NOTICE_SPECS,
      use: { launchOptions: { executablePath: wholePath, args: QUIET } },
    },
    {
      name: 'webgpu',
      testMatch: WEBGPU_SPECS,
      use: { launchOptions: { executablePath, args: [...QUIET, ...SOFTWARE_GPU] } },
    },
    { name: 'engines', testMatch: ENGINE_SPECS, grepInvert: [WHOLE, BENCH] },
    // The journey goes all the way there.
    { name: 'engines-whole', testMatch: ENGINE_SPECS, grepInvert: BENCH },
    { name: 'engines-bench', testMatch: ENGINE_SPECS, grep: BENCH },
    {
      name: 'timed',
      grep: TIMED,
      workers: 1,
      // A machine that is too slow fails each time.
      retries: process.env.CI ? 2 : 0,
      dependencies: ['no-adapter', 'whole-browser', 'webgpu'],
      use: { launchOptions: { executablePath, args: QUIET } },
    },
  ],
});
