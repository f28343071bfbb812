import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BUILD, expect, test } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';

const CSV = `title,units,launch date\n${Array.from(
  { length: 30 },
  (_, i) => `Mug ${i},${3 + i},2024-0${1 + (i % 9)}-02`,
).join('\n')}\n`;

/** What was not there is told by the browser, too. */
test.use({ expectProblems: true });

async function startOf(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
}

test('a file that is chosen on a page whose host has a newer version is opened by that version', async ({
  page,
  openSite,
}) => {
  const old = await openSite();
  await startOf(page, old.url);
  await old.close();
  // Scripts of a newer version have other names: none that is still to be loaded is there.
  const folder = mkdtempSync(join(tmpdir(), 'debut-next-'));
  cpSync(BUILD, folder, { recursive: true });
  rmSync(join(folder, '_app/immutable'), { recursive: true });
  const bare = await openSite({ folder, port: old.port });

  await chooseFile(page, { name: 'my launches.csv', content: CSV });
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Debut was updated while this page was open');
  await expect(page.getByText('“my launches.csv” opens after reloading')).toBeVisible();

  await bare.close();
  await openSite({ port: old.port });
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(title).toHaveText(/30 launches/);
  rmSync(folder, { recursive: true });
});
