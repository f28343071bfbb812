import { expect, test } from '../support/fixtures.ts';
import { openDemoShop, startTraining, thinDemoShop } from '../support/main-flow.ts';

test.use({ locale: 'en-GB' });

test(
  'a training can be stopped, keeps the best so far, tested, and says what was left out',
  { tag: '@whole' },
  async ({ page, context }) => {
    test.slow();
    await thinDemoShop(context);
    await page.goto('./');
    await openDemoShop(page);
    await startTraining(page);
    const stop = page.getByRole('button', { name: 'Stop and keep the best' });
    await expect(stop).toBeDisabled();
    await expect(stop).toBeEnabled({ timeout: 120_000 });
    await stop.click();
    await expect(stop).toBeDisabled();
    await expect(page.getByText(/^Finishing: /).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Train again' })).toBeVisible({
      timeout: 120_000,
    });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/unseen launches: \d+%/);
    await expect(page.getByText('You stopped this training early.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('You stopped this training early.')).toBeVisible();
  },
);
