// Files that are given to no field of a page: dropped anywhere, pasted, shared by another app, opened from the desktop.
import type { Page } from '@playwright/test';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { workbookFile } from '../../support/workbook.ts';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { untilOfflineReady } from '../support/site.ts';
import { untilAnswering } from '../support/quiet.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

const CSV = launchesCsv(generateShop({ launches: 300 }).launches);
/** As a spreadsheet copies it. */
const BLOCK = `title\tcategory\tlaunch_date\tunits_4w\n${'Blue mug\tKitchen\t2024-03-05\t12\n'.repeat(20)}`;

interface Manifest {
  readonly share_target: {
    readonly action: string;
    readonly params: { readonly files: readonly [{ readonly name: string }] };
  };
}

interface Given {
  readonly name: string;
  readonly content: string;
}

/** Its sheet is of a size that some packages unpack in a worker of their own. */
const LARGE_BOOK = workbookFile([
  ['title', 'category', 'launch_date', 'units_4w', 'notes'],
  ...Array.from({ length: 40 }, (_, i) => [
    ...[`Mug ${i}`, 'Kitchen', `2024-03-${String((i % 28) + 1).padStart(2, '0')}`, 12 + i],
    'x'.repeat(20_000),
  ]),
]);

const dragged = (page: Page, type: 'dragover' | 'drop', files: readonly Given[], onto = 'body') =>
  page.evaluate(
    ({ type, files, onto }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, content } of files) dataTransfer.items.add(new File([content], name));
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector(onto)!.dispatchEvent(event);
      return event.defaultPrevented;
    },
    { type, files, onto },
  );

const paste = (page: Page, text: string, into = 'body') =>
  page.evaluate(
    ({ text, into }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const event = { clipboardData, bubbles: true, cancelable: true };
      document.querySelector(into)!.dispatchEvent(new ClipboardEvent('paste', event));
    },
    { text, into },
  );

const veil = (page: Page) => page.getByText(m.arrivals_drop());
const importButton = (page: Page) => page.getByRole('button', { name: 'Import', exact: true });
const columnOf = (page: Page, field: string) => page.getByLabel(field, { exact: true });

test('what is dropped on any page is opened where it belongs, and what cannot be is explained', async ({
  page,
}) => {
  await page.goto('./help/');
  await untilAnswering(page);
  const files = [{ name: 'launches.csv', content: CSV }];
  expect(await dragged(page, 'dragover', files)).toBe(true);
  await expect(veil(page)).toBeVisible();
  await expectNoViolations(page, 'veil');
  expect(await dragged(page, 'drop', [{ name: 'mug.png', content: 'PNG' }])).toBe(true);
  await expect(veil(page)).toBeHidden();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText(m.arrivals_unknown_title({ names: 'mug.png' }));
  await expectNoViolations(page, 'notice');
  await notice.getByRole('button', { name: m.feedback_close() }).click();
  await expect(notice).toBeHidden();

  await dragged(page, 'drop', files);
  await expect(page).toHaveURL(/\/data\/\?import=1$/);
  await expect(columnOf(page, 'Units')).toHaveValue(/units/);

  // What is being matched is not thrown away for what comes next.
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Settings/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: m.pages_settings() })).toBeFocused();
  await dragged(page, 'drop', [{ name: 'other.csv', content: BLOCK.replaceAll('\t', ',') }]);
  await expect(notice).toContainText(m.arrivals_busy_text({ other: 'launches' }));
  await notice.getByRole('button', { name: m.arrivals_busy_open() }).click();
  await expect(page.getByRole('textbox', { name: /name/i }).first()).toHaveValue('other');
  await expect(importButton(page)).toBeVisible();

  // A project file is opened only when one says so.
  await dragged(page, 'drop', [{ name: 'shop.debut', content: 'damaged' }]);
  const waiting = page.getByRole('region', { name: m.arrivals_waits({ name: 'shop.debut' }) });
  await expect(waiting).toBeFocused();
  await waiting.getByRole('button', { name: m.arrivals_project_open() }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(waiting).toBeHidden();
});

test(
  'a table is pasted on a page, in its own place, and on the page of new products',
  { tag: '@whole' },
  async ({ page }) => {
    await page.goto('./help/');
    await untilAnswering(page);
    await paste(page, 'only one cell');
    await paste(page, BLOCK);
    await expect(page).toHaveURL(/\/data\/\?import=1$/);
    await expect(page.getByRole('textbox', { name: /name/i }).first()).toHaveValue(
      m.arrivals_pasted(),
    );
    await expect(columnOf(page, 'Launch date')).toHaveValue('launch_date');
    await expect(columnOf(page, 'Units')).toHaveValue('units_4w');
    await page.getByRole('button', { name: m.forms_cancel() }).click();

    await page.goto('./');
    const opener = page.getByRole('button', { name: m.arrivals_paste() });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: m.arrivals_paste() });
    const field = dialog.getByLabel(m.arrivals_paste_label());
    await expect(field).toBeFocused();
    await field.fill('one cell');
    await expect(dialog).toContainText(m.arrivals_paste_no_table());
    await expectNoViolations(page, 'paste dialog');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await opener.click();
    await field.fill(CSV);
    await dialog.getByRole('button', { name: m.arrivals_paste_use() }).click();
    await expect(columnOf(page, 'Units')).toHaveValue(/units/);
    await importButton(page).click();
    await expect(page).toHaveURL(/dataset=1$/);

    await page.getByRole('navigation').getByRole('link', { name: /^Plan/ }).click();
    await expect(page.getByText(m.plan_drop_csv(), { exact: true })).toBeVisible();
    await paste(page, 'title\tcategory\tprice\nGreen bowl\tKitchen\t12\n');
    await expect(page.getByRole('cell', { name: 'Green bowl' })).toBeVisible();
    await expect(page).toHaveURL(/\/plan\//);

    // A field takes what is dropped on it, and the veil stays away.
    const products = [{ name: 'new.csv', content: 'title,category,price\nRed cup,Kitchen,9\n' }];
    await dragged(page, 'dragover', products);
    await expect(veil(page)).toBeVisible();
    await dragged(page, 'dragover', products, '.drop');
    await expect(veil(page)).toBeHidden();
    await dragged(page, 'drop', products, '.drop');
    await expect(page.getByRole('cell', { name: 'Red cup' })).toBeVisible();
    await expect(page).toHaveURL(/\/plan\//);

    // A saved model waits beside the launches that it would be for.
    await dragged(page, 'drop', [{ name: 'debut-model.safetensors', content: 'damaged' }]);
    const name = 'debut-model.safetensors';
    const waiting = page.getByRole('region', { name: m.arrivals_waits({ name }) });
    await expect(waiting).toBeFocused();
    await waiting.getByRole('button', { name: m.arrivals_model_open() }).click();
    await expect(page.getByRole('alert')).toContainText(m.feedback_model_file_unreadable_title());
    await expect(waiting).toBeHidden();
  },
);

test('what another app shares never leaves the device, and waits in the import', async ({
  page,
  openSite,
}) => {
  const posted: string[] = [];
  const site = await openSite({
    basePath: '/some/path',
    onrequest: ({ method, url }) => {
      if (method === 'POST') posted.push(url ?? '');
    },
  });
  await page.goto(site.url);
  await untilOfflineReady(page);
  /** As the browser itself posts it for an installed app; a page of any other origin could do the same. */
  const manifest = (await (await fetch(`${site.url}manifest.webmanifest`)).json()) as Manifest;
  const action = new URL(manifest.share_target.action, site.url).href;
  const [{ name: field }] = manifest.share_target.params.files;
  await page.route('http://other.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" enctype="multipart/form-data" action="${action}">
        <input type="file" multiple name="${field}"><button>Share</button></form>`,
    }),
  );
  const share = async (files: readonly File[]) => {
    await page.goto('http://other.test/');
    const chosen = await Promise.all(
      files.map(async (file) => ({
        ...{ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(await file.arrayBuffer()) },
      })),
    );
    await page.locator('input').setInputFiles(chosen);
    await page.getByRole('button', { name: 'Share' }).click();
  };

  await share([LARGE_BOOK]);
  await expect(page).toHaveURL(`${site.url}data/?import=1`);
  await expect(columnOf(page, 'Units')).toHaveValue(/units/);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);

  await share(Array.from({ length: 21 }, (_, i) => new File(['a,b'], `${i}.csv`)));
  await expect(page.getByRole('alert')).toContainText(m.arrivals_too_large_title());
  await expect(page).toHaveURL(`${site.url}data/`);
  await page.goto(`${site.url}settings/`);
  await page.getByRole('button', { name: m.privacy_show() }).click();
  await expect(page.getByText(m.privacy_only_files())).toBeVisible();
  await expect(page.getByRole('row', { name: m.privacy_kind_shared() })).toContainText('0');
  expect(posted).toEqual([]);
});

test('a file opened from the desktop comes to the window that is open', async ({ page }) => {
  const book = Buffer.from(await LARGE_BOOK.arrayBuffer()).toString('base64');
  await page.addInitScript((base64) => {
    const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const handle = (file: File) => ({ getFile: () => Promise.resolve(file) });
    const launchQueue = {
      setConsumer(consume: (launch: object) => void) {
        const gone = { getFile: () => Promise.reject(new DOMException('', 'NotFoundError')) };
        Object.assign(window, { openGone: () => consume({ files: [gone] }) });
        consume({ files: [handle(new File([content], 'launches.xlsx'))] });
      },
    };
    Object.defineProperty(window, 'launchQueue', { value: launchQueue });
  }, book);
  await page.goto('./');
  await expect(columnOf(page, 'Units')).toHaveValue(/units/);
  await page.evaluate(() => (window as unknown as { openGone: () => void }).openGone());
  await expect(page.getByRole('alert')).toContainText(m.arrivals_failed_title());
  await expect(importButton(page)).toBeVisible();
});
