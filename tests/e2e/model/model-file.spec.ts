// A trained model leaves as a file and comes back: here, and on another device that has the same launches.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readModelFile, writeModelFile } from '#core/files/model/model-file.ts';
import { m } from '#messages';
import { readEventFile } from '../../support/read-event-file.ts';
import { sawTour } from '../../support/saw-tour.ts';
import { expect } from '../support/fixtures.ts';
import { openDemoShop, thinDemoShop } from '../support/main-flow.ts';
import { LOCALES, test } from '../support/stored-project.ts';

test.use({ locale: LOCALES.en });

interface SavedFile {
  readonly name: string;
  readonly content: Buffer;
}

async function save(page: Page, label: string): Promise<SavedFile> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: label }).click();
  const download = await started;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

async function open(page: Page, { name, content }: SavedFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: m.model_file_open() }).click();
  const mimeType = 'application/octet-stream';
  await (await chooser).setFiles({ name, mimeType, buffer: content });
}

async function heading(page: Page): Promise<string> {
  const found = page.getByRole('heading', {
    level: 1,
    name: /^Average error on unseen launches: \d+%/,
  });
  await expect(found).toBeVisible();
  return found.innerText();
}

test('a model is saved as a file, and opens on another device without training', async ({
  page,
  browser,
  site,
}) => {
  await page.goto('./model/');
  const finding = await heading(page);
  const model = await save(page, m.model_file_save());
  expect(model.name).toBe('debut-model.safetensors');
  await expect(
    page.getByRole('main').getByText(/^Saved as debut-model\.safetensors\./),
  ).toBeVisible();
  const { report } = readModelFile(new Uint8Array(model.content));
  test.info().annotations.push({
    type: 'measured',
    description: `${model.content.length} bytes, ${report.storedBytes} stored`,
  });

  const empty = { cookies: [], origins: [] };
  const context = await browser.newContext({ locale: LOCALES.en, storageState: empty });
  try {
    await sawTour(context);
    await thinDemoShop(context);
    const other = await context.newPage();
    await other.goto(site.url);
    await openDemoShop(other);
    await other.getByRole('navigation').getByRole('link', { name: /Model/ }).click();
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(/no model yet/);
    await open(other, model);
    expect(await heading(other)).toBe(finding);
    await expect(
      other.getByRole('main').getByText(/^Opened the model trained on .*\./),
    ).toBeVisible();
    await other.reload();
    expect(await heading(other)).toBe(finding);
    expect((await save(other, m.model_file_save())).content.length).toBe(model.content.length);
  } finally {
    await context.close();
  }
});

test(
  'a model that is opened takes the place of the one before until that is undone',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('./model/');
    const finding = await heading(page);
    const model = await save(page, m.model_file_save());
    await open(page, model);
    const toast = page.getByRole('status').filter({ hasText: /^Opened the model trained on/ });
    await expect(toast).toBeVisible();
    const planStop = page.getByRole('navigation').getByRole('link', { name: /^Plan/ });
    await expect(planStop).toContainText(m.pages_out_of_date());
    await toast.getByRole('button', { name: m.feedback_undo() }).click();
    await expect(planStop).not.toContainText(m.pages_out_of_date());
    expect(await heading(page)).toBe(finding);
  },
);

function ofOneLaunchMore(content: Buffer): Buffer {
  const model = readModelFile(new Uint8Array(content));
  const { learnt } = model.report;
  const other = { ...learnt!, launchCount: learnt!.launchCount + 1 };
  return Buffer.from(writeModelFile({ ...model, report: { ...model.report, learnt: other } }));
}

test(
  'what is no model of these launches is refused, and changes nothing',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('./model/');
    const finding = await heading(page);
    const model = await save(page, m.model_file_save());
    const problem = page.getByRole('alert');
    await open(page, { name: 'launches.csv', content: Buffer.from('title,units\nMug,12\n') });
    await expect(problem).toContainText(m.feedback_model_file_unreadable_title());
    await open(page, { ...model, content: model.content.subarray(0, -1) });
    await expect(problem).toContainText(m.feedback_model_file_changed_title());
    await open(page, { name: 'launches.csv', content: Buffer.from('title,units\nMug,12\n') });
    await expect(problem).toContainText(m.feedback_model_file_unreadable_title());
    const flipped = Buffer.from(model.content);
    flipped[flipped.length - 1]! ^= 1;
    await open(page, { ...model, content: flipped });
    await expect(problem).toContainText(m.feedback_model_file_changed_title());
    await open(page, { ...model, content: ofOneLaunchMore(model.content) });
    await expect(problem).toContainText(m.feedback_model_file_other_title());
    expect(await heading(page)).toBe(finding);
  },
);

test('the training curve is saved as TensorBoard reads it', async ({ page }) => {
  await page.goto('./model/');
  await heading(page);
  const { name, content } = await save(page, m.model_file_save_curve());
  expect(name).toMatch(/^events\.out\.tfevents\.\d{10}\.debut$/);
  const events = readEventFile(new Uint8Array(content));
  const losses = events.filter(({ tag }) => tag === 'loss/validation');
  expect(losses.map(({ step }) => step)).toEqual(losses.map((_, i) => i + 1));
  expect(losses.length).toBeGreaterThan(1);
  expect(events.map(({ tag }) => tag)).toContain('unseen/wape/debut');
});
