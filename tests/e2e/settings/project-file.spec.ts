// Everything leaves as one file and comes back in a browser that has never seen it.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { otherDevice } from '../support/other-device.ts';
import { LOCALES, test } from '../support/stored-project.ts';
import { untilQuiet } from '../support/quiet.ts';

test.use({ locale: LOCALES.en });

const PASSPHRASE = 'Käse von der Alm';

/** The browser's own dialog cannot be answered by a test; most browsers have none. */
async function withoutSaveDialog(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

async function open(page: Page, file: { name: string; content: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: m.project_open() }).click();
  const { name, content: buffer } = file;
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function titlesOfPlans(page: Page): Promise<string[]> {
  await page.goto('./plan/');
  const plans = page.locator('main ol a[href*="product="]');
  await expect(plans.first()).toBeVisible();
  return plans.allInnerTexts();
}

test('a project is saved under a passphrase and opens whole in another browser', async ({
  page,
  browser,
  site,
}) => {
  await withoutSaveDialog(page);
  const plans = await titlesOfPlans(page);
  await page.locator('main ol a[href*="product="]').first().click();
  await page.getByRole('button', { name: m.ledger_adopt() }).click();
  await expect(page.getByText(/^Adopted on /)).toBeVisible();
  const adopted = await page.getByRole('heading', { level: 1 }).innerText();

  await page.goto('./settings/');
  await page.getByRole('button', { name: m.settings_project() }).click();
  await expect(
    page.getByText(/^So far only on this device: .* A project file keeps a copy/),
  ).toBeVisible();
  await page.getByRole('button', { name: m.project_save() }).click();
  await page.getByRole('checkbox', { name: m.project_protect() }).check();
  const passphrase = page.getByLabel(m.project_passphrase(), { exact: true });
  await passphrase.fill('short');
  await expect(page.getByText(/^Too short/)).toBeVisible();
  await expect(page.getByRole('button', { name: m.project_save_now() })).toBeDisabled();
  await passphrase.fill(PASSPHRASE);
  await page.getByLabel(m.project_passphrase_again()).fill(PASSPHRASE);
  await expectNoViolations(page, 'project file');
  const started = page.waitForEvent('download');
  await page.getByLabel(m.project_passphrase_again()).press('Enter');
  const download = await started;
  const content = await readFile(await download.path());
  expect(download.suggestedFilename()).toMatch(/^debut-\d{4}-\d\d-\d\d\.debut$/);
  expect(content.includes(Buffer.from(adopted))).toBe(false);
  await expect(page.getByText(/^Saved and protected/)).toBeVisible();
  await expect(page.getByText(/^Last project file/)).toBeVisible();
  test.info().annotations.push({ type: 'measured', description: `${content.length} bytes` });

  const context = await otherDevice(browser, site.url);
  try {
    const other = await context.newPage();
    await other.goto('./');
    await other.getByRole('link', { name: m.home_open_project() }).click();
    await other.getByRole('button', { name: m.settings_project() }).click();
    const file = { name: download.suggestedFilename(), content };
    await open(other, { ...file, content: content.subarray(0, -100) });
    await expect(other.getByRole('alert')).toContainText(m.project_error_cut_title());
    await open(other, { ...file, content: Buffer.concat([content, Buffer.alloc(100)]) });
    await expect(other.getByRole('alert')).toContainText(m.project_error_extended_title());
    await open(other, file);
    const asked = other.getByLabel(m.project_passphrase(), { exact: true });
    await expect(asked).toBeFocused();
    await asked.fill('Kase von der Alm');
    await other.keyboard.press('Enter');
    await expect(asked).toHaveAccessibleDescription(m.project_passphrase_wrong());
    await untilQuiet(other);
    expect(await layoutFaults(other)).toEqual([]);
    await asked.fill(PASSPHRASE);
    await other.keyboard.press('Enter');
    await expect(other.getByText(m.project_restored_beside())).toBeVisible();
    await expect(
      other.getByText(/400 launches, 1 model, \d+ plans, 1 adopted plan$/),
    ).toBeVisible();
    expect(await titlesOfPlans(other)).toEqual(plans);
    await other.goto('./evidence/');
    const kept = other.locator(`section:has(> header h2:text-is("${m.ledger_title()}"))`);
    await expect(kept.locator('li', { hasText: adopted }).first()).toBeVisible();
  } finally {
    await context.close();
  }
});

test('where the browser has a dialog for it, the worker writes straight into the chosen file', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const choose = async ({ suggestedName: chosen }: { suggestedName: string }) => {
      Object.assign(window, { chosen });
      return (await navigator.storage.getDirectory()).getFileHandle(chosen, { create: true });
    };
    Object.assign(window, { showSaveFilePicker: choose });
  });
  await page.goto('./settings/');
  await page.getByRole('button', { name: m.settings_project() }).click();
  await page.getByRole('button', { name: m.project_save() }).click();
  await page.getByRole('button', { name: m.project_save_now() }).click();
  await expect(page.getByText(/^Saved: /)).toBeVisible();
  const beginning = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const name = (window as typeof window & { chosen?: string }).chosen!;
    const file = await (await folder.getFileHandle(name)).getFile();
    return { size: file.size, first: await file.slice(0, 4).text() };
  });
  expect(beginning).toMatchObject({ first: 'PK\u0003\u0004' });
  expect(beginning.size).toBeGreaterThan(100_000);
});
