// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Browser without windows, which nobody sees: tests take a third less time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const SYSTEM_BROWSERS = [
  HEADLESS_SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const CHROMIUM_ADVICE =
  'The browser tests need a browser: run "npx playwright install --with-deps chromium", or install Chromium or Chrome.';

/**
 * @returns {Promise<string | undefined>} the path of Playwright's own browser, else of the system's
 */
export async function findChromium() {
  // Imported here, because this module is loaded before the packages are installed.
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...SYSTEM_BROWSERS].find((path) => existsSync(path));
}

/**
 * @returns {Promise<string | undefined>} the path of a browser that can also show notifications; one without windows
 * cannot
 */
export async function findWholeChromium() {
  const { chromium } = await import('@playwright/test');
  const whole = [
    chromium.executablePath(),
    ...SYSTEM_BROWSERS.filter((path) => path !== HEADLESS_SHELL),
  ];
  return whole.find((path) => existsSync(path));
}

/**
 * Installs Chromium on Debian, where it is a package, if run as root; only there it installs without asking. Does
 * nothing where Playwright's own browser is present.
 */
export async function installChromium() {
  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  const found = await findChromium();
  if (!isDebianRoot || (found !== undefined && !found.startsWith('/usr/bin/'))) return;
  if (found === HEADLESS_SHELL) return;
  console.log('Installing Chromium …');
  // The whole browser brings fonts, without which pages have no fallback.
  const isInstalled =
    aptGet('update') && aptGet('install', '-y', 'chromium', 'chromium-headless-shell');
  // Older releases of Debian have no browser without windows.
  if (isInstalled || found !== undefined || aptGet('install', '-y', 'chromium')) return;
  console.error('apt-get could not install Chromium: see above.');
}

/** @param {...string} words */
function aptGet(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...words], { stdio: 'inherit', env }).status === 0;
}
