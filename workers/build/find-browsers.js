// @ts-check
// Finds the browsers of this machine that tests run in, and installs them where that needs no question.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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

const FIREFOXES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY_SERVER = '/usr/bin/xvfb-run';
/** Holds a folder for each architecture, in which the package of WebKit has a browser of its own. */
const LIBRARIES = '/usr/lib';
const WEBKIT_BROWSER = 'webkit2gtk-4.1/MiniBrowser';

export const CHROMIUM_ADVICE =
  'The browser tests need a browser: run "npx playwright install --with-deps chromium", or install Chromium or Chrome.';
export const FIREFOX_ADVICE = 'Firefox is not installed here.';
export const WEBKIT_ADVICE =
  'WebKit is not installed here: it comes with webkit2gtk-driver and xvfb of Debian 13.';

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

/** @returns {string | undefined} */
export function findFirefox() {
  return FIREFOXES.find((path) => existsSync(path));
}

/**
 * Finds WebKitGTK. It has no mode without windows, so it needs a display that nobody sees.
 * @returns {{ driver: string, browser: string, display: string } | undefined}
 */
export function findWebKit() {
  if (![WEBKIT_DRIVER, DISPLAY_SERVER].every((path) => existsSync(path))) return undefined;
  const browsers = readdirSync(LIBRARIES).map((folder) => join(LIBRARIES, folder, WEBKIT_BROWSER));
  const browser = browsers.find((path) => existsSync(path));
  return browser ? { driver: WEBKIT_DRIVER, browser, display: DISPLAY_SERVER } : undefined;
}

/**
 * Installs Chromium, Firefox and WebKit on Debian, where they are packages, if run as root; only there it installs
 * without asking. Installs no Chromium where Playwright's own is present.
 */
export async function installBrowsers() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  const wanted = [
    ...wantedOfChromium(await findChromium()),
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(findWebKit() ? [] : ['webkit2gtk-driver', 'xvfb']),
  ];
  if (wanted.length === 0) return;
  console.log(`Installing ${wanted.join(', ')} …`);
  if (!aptGet('update')) console.error('apt-get could not read its lists: see above.');
  // One by one: older releases lack some of them, such as a Chromium without windows.
  for (const name of wanted)
    if (!aptGet('install', '-y', name)) console.error(`apt-get could not install ${name}.`);
}

/**
 * @param {string | undefined} found
 * @returns {string[]}
 */
function wantedOfChromium(found) {
  // The whole browser brings fonts, without which pages have no fallback.
  if (!found) return ['chromium', 'chromium-headless-shell'];
  const isWhole = found.startsWith('/usr/bin/') && found !== HEADLESS_SHELL;
  return isWhole ? ['chromium-headless-shell'] : [];
}

/** @param {...string} words */
function aptGet(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...words], { stdio: 'inherit', env }).status === 0;
}
