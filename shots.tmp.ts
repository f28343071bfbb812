import { chromium } from '@playwright/test';
import { serveSite } from '#workers/build/serve.js';
const site = await serveSite({ folder: process.cwd() + '/build', port: 0 });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, viewport, locale, colorScheme] of [['en', { width: 1280, height: 800 }, 'en-GB', 'light'], ['zh', { width: 390, height: 844 }, 'zh-CN', 'dark']] as const) {
  const context = await browser.newContext({ viewport, locale, colorScheme });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('ERR', e.message));
  for (const path of process.argv.slice(2)) {
    await page.goto(site.url + path);
    await page.waitForTimeout(1800);
    await page.screenshot({ path: `/tmp/s-${name}-${path.replace(/\W+/g, '_')}.png`, fullPage: true });
  }
  if (process.argv.includes('workshop/handout/')) {
    await page.goto(site.url + 'workshop/handout/');
    await page.waitForTimeout(800);
    await page.pdf({ path: `/tmp/handout-${name}.pdf`, format: 'A4', preferCSSPageSize: true });
  }
  await context.close();
}
await browser.close(); await site.close();
