// Steers Chromium, and Firefox by WebDriver BiDi. Playwright knows neither Debian's Firefox nor its WebKit.
import puppeteer, { type Page } from 'puppeteer-core';
import type { RunningBrowser, Tab } from './tab.ts';

/** Keep the browsers from calling home, which causes delays on a machine without a network. */
const CHROMIUM_WORDS = [
  ...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];
const FIREFOX_SETTINGS = {
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/**
 * Starts a browser without windows.
 * @param folder where it puts downloads
 */
export async function startByPuppeteer(
  engine: 'chromium' | 'firefox',
  { executablePath, folder }: { executablePath: string; folder: string },
): Promise<RunningBrowser> {
  const browser = await puppeteer.launch({
    browser: engine === 'chromium' ? 'chrome' : 'firefox',
    executablePath,
    headless: true,
    ...(engine === 'chromium'
      ? { args: CHROMIUM_WORDS, downloadBehavior: { policy: 'allow', downloadPath: folder } }
      : {
          extraPrefsFirefox: {
            ...FIREFOX_SETTINGS,
            'browser.download.dir': folder,
            'browser.download.folderList': 2,
          },
        }),
  });
  // A tab of its own: the one that Firefox starts with tells its page of no focus.
  const newTab = async () => tabOf(await browser.newPage());
  return {
    version: await browser.version(),
    tab: await newTab(),
    newTab,
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    run: (script, ...args) => page.evaluate(script as never, ...(args as unknown as never[])),
    pressAt: async ({ x, y }) => {
      await page.bringToFront();
      await page.mouse.click(x, y);
    },
    type: (text) => page.keyboard.type(text),
    pressKey: async (key, held) => {
      if (held) await page.keyboard.down(held);
      await page.keyboard.press(key);
      if (held) await page.keyboard.up(held);
    },
    chooseFile: async (selector, ...paths) => {
      const input = await page.$(selector);
      if (!input) throw new Error(`expected a file input at ${selector}, found none`);
      await (input as Awaited<ReturnType<typeof page.$<'input'>>>)!.uploadFile(...paths);
    },
    resize: (size) => page.setViewport(size),
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  };
}
