// A browser that cannot run the app says so before anything is read, and nothing on its page answers.
import { m } from '#messages';
import { expect, test } from '../support/fixtures.ts';

test.use({ expectProblems: true });

const LACKING: readonly {
  readonly lack: string;
  readonly reason: { readonly en: string; readonly zh: string };
  readonly remove: () => void;
}[] = [
  {
    lack: 'light-dark()',
    reason: { en: 'This version of the browser is too old.', zh: '浏览器版本太旧。' },
    remove: () => {
      CSS.supports = (...asked: readonly string[]) => !asked.join().includes('light-dark');
    },
  },
  {
    lack: 'WebAssembly',
    reason: { en: 'WebAssembly, which is missing or turned off here', zh: '锁定模式会关闭它' },
    remove: () => void Reflect.deleteProperty(window, 'WebAssembly'),
  },
  {
    lack: 'SIMD',
    reason: { en: 'WebAssembly, which is missing or turned off here', zh: '锁定模式会关闭它' },
    remove: () => {
      WebAssembly.validate = () => false;
    },
  },
];

for (const { lack, reason, remove } of LACKING)
  test(
    `without ${lack} the page says what Debut needs, and does nothing`,
    { tag: lack === 'WebAssembly' ? [] : '@whole' },
    async ({ page }) => {
      const scripts: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url());
      });
      await page.addInitScript(remove);
      await page.goto('./');
      const words = page.locator('#unsupported');
      await expect(words.getByText('Debut does not run in this browser')).toBeVisible();
      await expect(words.getByText('这个浏览器无法运行 Debut')).toBeVisible();
      await expect(words).toContainText('Chrome or Edge 123, Firefox 120, Safari 17.5 (iOS 17.5)');
      await expect(words.locator('[data-lacking]:visible')).toContainText([reason.en, reason.zh]);

      const demo = page.getByRole('button', { name: m.home_try_demo(), includeHidden: true });
      await expect(demo).toBeHidden();
      await demo.evaluate((button: HTMLButtonElement) => button.click());
      const field = page.locator('input[type="file"]').first();
      await field.setInputFiles({
        name: 'launches.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('a,b'),
      });
      // As long as an app that starts takes to answer, several times over.
      await page.waitForTimeout(3_000);
      await expect(words).toBeVisible();
      await expect(page).toHaveURL(/\/$/);
      expect(scripts).toEqual([]);
      expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    },
  );

test('a browser that has all of it says nothing of this', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('#unsupported')).toHaveCount(0);
});
