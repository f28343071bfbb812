import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expect, test } from '../support/fixtures.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const main = (page: Page) => page.locator('main');
const datasetOf = (page: Page) => new URL(page.url()).searchParams.get('dataset');

async function openSample(page: Page, name: string): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name }).click();
  await expect(page).toHaveURL(/\/data\/\?dataset=\d+$/, { timeout: 30_000 });
}

const openColumns = (page: Page, name: string) => page.getByRole('tab', { name }).click();

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the demo shop is a Chinese one with Chinese headers and products, counts in yuan, and asks nothing', async ({
    page,
  }) => {
    await openSample(page, '试用演示店铺');
    await expect(heading(page)).toHaveText(/^2,000 次上新/);
    await expect(page.getByLabel(m.events_market({}, { locale: 'zh' }))).toHaveValue('CN');
    await openColumns(page, '列');
    for (const header of ['商品标题', '标价（元）', '上新日期', '四周销量', '材质']) {
      await expect(main(page).getByText(header, { exact: true }).first()).toBeVisible();
    }
    await expect(main(page)).not.toContainText('units_sold_4w');
    await page.goto(`./plan/?dataset=${datasetOf(page)!}`);
    await expect(heading(page)).toHaveText(/30/);
    await expect(main(page).getByText('【520】新中式陶瓷香薰炉')).toBeVisible();
  });

  test('the giftware launches have Chinese headers, a market, and name their source', async ({
    page,
  }) => {
    await openSample(page, '试用真实的礼品店数据');
    await expect(heading(page)).toHaveText(/^1,014 次上新/);
    await openColumns(page, '列');
    await expect(main(page).getByText('四周订单数', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/Chen, D\. \(2019\)/).first()).toBeVisible();
    await openColumns(page, '概览');
    await expect(page.getByLabel(m.events_market({}, { locale: 'zh' }))).toHaveValue('GB');
    await page.goto(`./plan/?dataset=${datasetOf(page)!}`);
    await expect(heading(page)).toHaveText(/10/);
    await expect(main(page).getByText('自行车补胎套装')).toBeVisible();
  });

  test(
    'a sample in another language is another data set, and each is found again',
    { tag: '@whole' },
    async ({ page }) => {
      await openSample(page, '试用演示店铺');
      const chinese = datasetOf(page);
      await page.getByRole('button', { name: 'English' }).click();
      await openSample(page, 'Try the demo shop');
      const english = datasetOf(page);
      expect(english).not.toBe(chinese);
      await openColumns(page, 'Columns');
      await expect(main(page).getByText('units_sold_4w', { exact: true }).first()).toBeVisible();
      await openSample(page, 'Try the demo shop');
      expect(datasetOf(page)).toBe(english);
      await page.getByRole('button', { name: '中文' }).click();
      await openSample(page, '试用演示店铺');
      expect(datasetOf(page)).toBe(chinese);
    },
  );
});
