import type { Page, Worker } from '@playwright/test';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { expect, test } from '../support/fixtures.ts';
import {
  chooseFile,
  declineLanguageModel,
  searchNothing,
  setNumber,
  untilTrained,
} from '../support/main-flow.ts';

const csv = launchesCsv(generateShop({ launches: 300 }).launches);

/** Long enough to be interrupted. */
async function startLongTraining(page: Page): Promise<void> {
  await page.goto('/');
  await chooseFile(page, { content: csv });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300 launches/);
  await declineLanguageModel(page);
  await page.getByRole('navigation').getByRole('link', { name: /Model/ }).click();
  await searchNothing(page);
  await setNumber(page, 'Epochs', '100');
  await page.getByRole('button', { name: 'Train the model' }).click();
}

async function passOf(page: Page): Promise<number> {
  const words = await page.getByText(/^Epoch \d+ of \d+/).textContent({ timeout: 30_000 });
  return Number(/\d+/.exec(words ?? '')?.[0]);
}

/** Of a training that begins or goes on. */
async function firstPassOf(page: Page): Promise<number> {
  let pass = 0;
  await expect
    .poll(async () => (pass = await passOf(page)), { timeout: 30_000 })
    .toBeGreaterThan(0);
  return pass;
}

async function untilPass(page: Page, least: number): Promise<void> {
  await expect.poll(() => passOf(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(least);
}

const modelWorker = (page: Page): Worker =>
  page.workers().find((worker) => worker.url().includes('/model'))!;

/** No frame ever comes, as in a tab that nobody sees. */
function hideFrames(page: Page): void {
  page.on('worker', (worker) => {
    const hidden = worker.evaluate(() => {
      self.requestAnimationFrame = () => 0;
    });
    hidden.catch(() => undefined); // it may end before it hears
  });
}

test.describe('a training', () => {
  test.use({ expectProblems: true }); // the crash is one

  test(
    'outlives its worker, its tab and a second tab, with no frame ever drawn',
    { tag: '@whole' },
    async ({ page, context }) => {
      test.setTimeout(120_000);
      hideFrames(page);
      await startLongTraining(page);
      await untilPass(page, 5);

      // Its worker ends unexpectedly.
      await modelWorker(page).evaluate(() => {
        setTimeout(() => {
          throw new Error('a crash');
        });
      });
      await untilPass(page, 12);

      // Another tab wants the same.
      const second = await context.newPage();
      await second.goto(page.url());
      await second.getByRole('button', { name: 'Continue training' }).click();
      await expect(second.getByText('Another tab is training on these launches')).toBeVisible();

      // Its tab is closed.
      await untilPass(page, 20);
      await page.close();
      hideFrames(second);
      await second.reload();
      await expect(second.getByText('A training run is not finished.')).toBeVisible();
      await second.getByRole('button', { name: 'Continue training' }).click();
      expect(await firstPassOf(second)).toBeGreaterThanOrEqual(15);
      await untilTrained(second);
      await expect(second.getByText('A training run is not finished.')).toBeHidden();
    },
  );
});

test(
  'a training that is cancelled is over within 300 ms, and can go on or be discarded',
  {
    tag: '@timed',
  },
  async ({ page }) => {
    await startLongTraining(page);
    // A checkpoint that is still being written leaves out those of the next epochs.
    await untilPass(page, 6);
    // The lock is held as long as the worker trains.
    const tookMs = await page.evaluate(async () => {
      const isHeld = async () =>
        (await navigator.locks.query()).held!.some(({ name }) =>
          name!.startsWith('debut-training'),
        );
      if (!(await isHeld())) throw new Error('expected a training under way');
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent.trim() === 'Pause',
      )!;
      const start = performance.now();
      button.click();
      while (await isHeld()) await new Promise((resolve) => setTimeout(resolve, 5));
      return performance.now() - start;
    });
    expect(tookMs).toBeLessThan(300);

    await page.getByRole('button', { name: 'Continue training' }).click();
    expect(await firstPassOf(page)).toBeGreaterThanOrEqual(3);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByText('A training run is not finished.')).toBeHidden();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Train the model' })).toBeVisible();
    await expect(page.getByText('A training run is not finished.')).toBeHidden();
  },
);
