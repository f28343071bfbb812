// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const CHROMIUM_ADVICE =
  'The end-to-end tests need a browser: run "npx playwright install --with-deps chromium", or install Chromium or Chrome.';

/**
 * @returns {Promise<string | undefined>} the path of Playwright's own browser, else of the system's
 */
export async function findChromium() {
  // Imported late: this module is read before the packages are installed.
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...SYSTEM_BROWSERS].find((path) => existsSync(path));
}

/** On Debian the browser is a package; only root may add it, and only there it is not asked for. */
export async function installChromium() {
  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!isDebianRoot || (await findChromium())) return;
  console.log('Installing Chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    // With what it recommends: without the fonts among that, pages have nothing to fall back on.
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env });
  } catch {
    console.error('apt-get could not install Chromium: see above.');
  }
}
