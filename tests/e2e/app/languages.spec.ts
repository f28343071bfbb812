import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { startQuickTraining, thinDemoShop } from '../support/main-flow.ts';
import { pagePaths, untilOfflineReady } from '../support/site.ts';

const WHOLE = { tag: '@whole' };
const NARROW = { width: 360, height: 740 };

const toChinese = (page: Page) => page.getByRole('button', { name: '中文' }).click();
const toEnglish = (page: Page) => page.getByRole('button', { name: 'English' }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(beyond, `${state} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** The name that the app would get on the device, as its manifest gives it. */
function installedName(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { href } = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!;
    return ((await (await fetch(href)).json()) as { name: string }).name;
  });
}

async function trainInChinese(page: Page): Promise<void> {
  await page.getByRole('button', { name: '试用演示店铺' }).click();
  await expect(heading(page)).toHaveText(/^400 次上新/, { timeout: 30_000 });
  await startQuickTraining(page, 'zh');
  await expect(page.getByRole('button', { name: '重新训练' })).toBeVisible({ timeout: 120_000 });
  await expect(heading(page)).toHaveText(/平均误差 \d+%/);
  await page.getByRole('link', { name: '规划新品' }).click();
}

test(
  'the main job is done in Chinese, and a change of language keeps what is being typed',
  WHOLE,
  async ({ page, context }) => {
    await thinDemoShop(context);
    await page.goto('/');
    await toChinese(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page).toHaveTitle(/^Debut：/);
    await trainInChinese(page);
    await expect(page).toHaveTitle('计划 · Debut');

    await page.getByLabel('标题').fill('Reed basket');
    await page.getByLabel('标价').fill('19.90');
    await toEnglish(page);
    await expect(page.getByLabel('Title')).toHaveValue('Reed basket');
    await expect(page.getByLabel('List price')).toHaveValue('19.90');
    await expect(heading(page)).toHaveText('30 new products, not planned yet');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
    await toChinese(page);

    await page.getByRole('button', { name: '添加这款商品' }).click();
    await page.getByRole('button', { name: '生成计划' }).click();
    await expect(heading(page)).toHaveText(/^31 份计划/, { timeout: 60_000 });
    await expectNoViolations(page, 'the list of plans');
    const chinese = page.locator('main').getByText(/\d+月\d+日/);
    await expect(chinese.first()).toBeVisible();

    const planPage = page.url();
    await page.setViewportSize(NARROW);
    await expectNoSidewaysScroll(page, 'the list of plans');
    await page.locator('main').getByRole('link', { name: /吊床/ }).first().click();
    await expect(page.getByRole('region', { name: '决定' })).toContainText('上新');
    await expectNoSidewaysScroll(page, 'one plan');

    for (const path of ['/', '/data/', '/model/']) {
      await page.goto(path);
      await expect(heading(page)).toHaveText(/\p{Script=Han}/u);
      await expectNoSidewaysScroll(page, path);
    }
    await page.goto(planPage);
    await expect(heading(page)).toHaveText(/^31 份计划/);
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity|\w_\w/);
  },
);

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN', viewport: NARROW });

  for (const path of pagePaths()) {
    test(`/${path} starts in Chinese and fits a narrow screen`, WHOLE, async ({ page }) => {
      await page.goto(`/${path}`);
      await expect(heading(page)).toHaveText(/\p{Script=Han}/u);
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
      await expectNoSidewaysScroll(page, path);
      await expectNoViolations(page, path);
    });
  }

  test.describe('kept on the device', () => {
    test.use({ serviceWorkers: 'allow' });

    test('the app is installed in the language on screen, offline too', async ({
      page,
      context,
    }) => {
      await page.goto('/data/');
      await untilOfflineReady(page);
      await context.setOffline(true);
      await expect.poll(() => installedName(page)).toMatch(/\p{Script=Han}/u);
      await toEnglish(page);
      await expect.poll(() => installedName(page)).toBe('Debut: plan the next launch');
    });
  });

  test('a choice outlives a reload', async ({ page }) => {
    await page.goto('/');
    await toEnglish(page);
    await page.reload();
    await expect(heading(page)).toHaveText('Use past launches to plan the next one.');
  });
});
