import { m } from '#messages';
import { expect } from '../support/fixtures.ts';
import { test } from '../support/stored-project.ts';

test.use({ locale: 'en-GB' });

test('the evidence says what following the plan would have brought, and on what it rests', async ({
  page,
}) => {
  await page.goto('./evidence/');
  const section = page.getByRole('region', { name: m.policy_title() });
  await expect(section).toContainText(/Each launch would have brought .* in profit/);
  await expect(section.locator('tbody tr')).toHaveCount(4);
  await section.getByText(m.policy_how()).click();
  await expect(section).toContainText('about 5 times as often');
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
