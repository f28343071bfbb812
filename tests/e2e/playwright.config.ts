import { defineConfig } from '@playwright/test';
import { CHROMIUM_ADVICE, findChromium, findWholeChromium } from '#workers/build/find-chromium.js';

const executablePath = await findChromium();
const wholePath = await findWholeChromium();
if (!executablePath || !wholePath) throw new Error(CHROMIUM_ADVICE);

/** Keeps the browser from calling home, which a machine without a network would answer with delays. */
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
/** What a browser without windows has none of. */
const NOTICE_SPECS = /notices\.spec\.ts$/;
/** What is held to a time has the machine to itself, at the end. */
const TIMED = /@timed/;

export default defineConfig({
  testDir: '.',
  globalSetup: './project-folder.ts',
  outputDir: '../../test-results',
  forbidOnly: Boolean(process.env.CI),
  // A page waits more than it works: on two cores two at a time take a quarter less.
  workers: 2,
  // Lint runs beside them, on machines that are busy with others too: these end what hangs, and hold nothing to a time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A machine that was busy with something else for a moment is asked again; `npm test` names who needed that.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  // Each context would fetch and keep the whole app first, which takes longer than most tests: those about that allow it.
  use: { serviceWorkers: 'block' },
  projects: [
    {
      name: 'no-adapter',
      testIgnore: [WEBGPU_SPECS, NOTICE_SPECS],
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
