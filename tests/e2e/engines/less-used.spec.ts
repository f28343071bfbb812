// What most sellers use now and then, in every engine.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { m } from '#messages';
import { EXERCISES } from '#core/app/exercises.ts';
import { LESSON_STEPS } from '#core/lesson/lesson.ts';
import { lessonWords } from '#components/pages/lesson/lesson-words.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchesCsv } from '../../support/demo-shop/write.ts';
import { disc, drawn, WHITE } from '../../support/drawn-picture.ts';
import { openDuckdb, parquetFile } from '../../support/duckdb.ts';
import { png } from '../../support/picture-bytes.ts';
import { workbookFile } from '../../support/workbook.ts';
import { ENGINES } from './engines.ts';
import { expect, test, type Visit } from './engine-test.ts';
import { downloaded, LONG, openFirstPlan, setEpochs, untilOfflineReady } from './main-job.ts';

const TITLES = Array.from({ length: 60 }, (_, index) => `Coat number ${index}`);
const HEADER = ['product id', 'title', 'launch date', 'list price', 'units'];
const ROWS = TITLES.map((title, index) => {
  const day = new Date(Date.UTC(2025, 0, 6 + 5 * index)).toISOString().slice(0, 10);
  return [`SKU-${index}`, title, day, 20 + (index % 5), 10 + (index % 17)];
});
const LAUNCHES = [HEADER, ...ROWS].join('\n');

/** Returns the bytes of a red disc on white, larger than what Debut keeps of a picture. */
function picture(index: number): Uint8Array {
  const size = { width: 640, height: 600 };
  const { data } = drawn(disc([200, 30, 40], WHITE, 0.2 + index / 100), size);
  const rgb = Uint8Array.from(
    { length: 3 * size.width * size.height },
    (_, byte) => data[4 * Math.floor(byte / 3) + (byte % 3)]!,
  );
  return png({ ...size, rgb });
}

function reviews(): string {
  const rows = Array.from({ length: 400 }, (_, index) => {
    const isSmall = index % 20 < 7;
    const text = isSmall ? `Too small for me ${index}` : `A lovely colour ${index}`;
    return `${isSmall ? 2 : 5},${text},2025-11-${1 + (index % 28)},sku-${index % 60}`;
  });
  return ['rating,body,review_date,product_id', ...rows].join('\n');
}

async function saved(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function importFile(
  { tab, seller, folder }: Visit,
  url: string,
  { name, content, count }: { name: string; content: string | Uint8Array; count: number },
): Promise<void> {
  await tab.goto(url);
  await seller.chooseFile(m.home_choose_file(), await saved(folder, name, content));
  await seller.press('button', m.forms_import());
  await seller.sees('heading', new RegExp(`^${count} launches`));
}

/** Opens the workshop's demo shop, which comes with a model and plans. */
async function openWorkshop({ tab, seller }: Visit, url: string): Promise<void> {
  await tab.goto(`${url}workshop/?start=fresh`);
  const title = m.workshop_title({ done: '2', all: String(EXERCISES.length) });
  await seller.sees('heading', title, LONG.timeout);
}

/** Returns the address of the data set on screen. */
async function datasetPage({ tab }: Visit, url: string): Promise<string> {
  const { searchParams } = new URL(await tab.run(() => location.href));
  return `${url}data/?dataset=${searchParams.get('dataset')}`;
}

for (const engine of ENGINES)
  test.describe(engine, { tag: '@whole' }, () => {
    test.setTimeout(300_000);

    test('takes a dropped workbook, a Parquet file and a ZIP file', async ({ visit, site }) => {
      const visitor = await visit(engine);
      const { tab, seller } = visitor;
      const book = Buffer.from(await workbookFile([HEADER, ...ROWS]).arrayBuffer());
      await tab.goto(`${site.url}help/`);
      await untilOfflineReady(tab);
      await tab.run((base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], 'launches.xlsx'));
        for (const type of ['dragover', 'drop']) {
          const init = { dataTransfer, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent(type, init));
        }
      }, book.toString('base64'));
      await seller.press('button', m.forms_import());
      await seller.sees('heading', /^60 launches/);

      const parquet = await parquetFile(
        await openDuckdb(),
        `SELECT 'Mug ' || i AS title, DATE '2020-01-01' + CAST(i AS INTEGER) AS launch_date,
         CAST(5 + i % 17 AS DECIMAL(8, 2)) AS price, 10 + i % 90 AS units_4w FROM range(300) t(i)`,
        { options: 'COMPRESSION zstd' },
      );
      for (const file of [
        { name: 'a.parquet', content: new Uint8Array(await parquet.arrayBuffer()), count: 300 },
        { name: 'a.zip', content: zipSync({ 'launches.xlsx': book }), count: 60 },
      ])
        await importFile(visitor, site.url, file);
    });

    test('matches pictures to launches', async ({ visit, site }) => {
      const visitor = await visit(engine);
      const { tab, seller, folder } = visitor;
      await importFile(visitor, site.url, { name: 'shop.csv', content: LAUNCHES, count: 60 });
      const page = await datasetPage(visitor, site.url);
      await tab.goto(`${page}&view=pictures`);
      const paths = Array.from({ length: 12 }, (_, index) =>
        saved(folder, `sku-${index}.png`, picture(index)),
      );
      await seller.chooseFile(m.pictures_choose(), ...(await Promise.all(paths)));
      await seller.press('button', m.pictures_ask_yes());
      await seller.sees('text', /^12 pictures read/, LONG.timeout);
      expect(await seller.textOf('main')).toContain('Red');
      await tab.goto(`${page}&view=launches`);
      const shown = () =>
        tab.run(() =>
          [...document.querySelectorAll<HTMLImageElement>('main img')].some(
            ({ naturalWidth }) => naturalWidth > 0,
          ),
        );
      await expect.poll(shown, LONG).toBe(true);
    });

    test('reads reviews', async ({ visit, site }) => {
      const visitor = await visit(engine);
      const { tab, seller, folder } = visitor;
      await importFile(visitor, site.url, { name: 'shop.csv', content: LAUNCHES, count: 60 });
      await tab.goto(await datasetPage(visitor, site.url));
      await seller.sees('heading', /^60 launches/);
      const button = await tab.run(() =>
        [...document.querySelectorAll('main input[type=file][aria-label]')]
          .at(-1)!
          .getAttribute('aria-label'),
      );
      await seller.chooseFile(button!, await saved(folder, 'reviews.csv', reviews()));
      await seller.press('button', m.data_add_to({ name: 'shop' }));
      const size = m.reviews_title({ aspect: m.reviews_aspect_size() });
      await seller.sees('heading', size, LONG.timeout);
    });

    test('works through the lesson', async ({ visit, site }) => {
      const { tab, seller } = await visit(engine);
      await tab.goto(`${site.url}workshop/lesson/`);
      for (const [index, step] of LESSON_STEPS.entries()) {
        const { name, title } = lessonWords(step);
        await seller.press(
          'link',
          index === 0 ? m.lesson_begin({ number: '1' }) : m.lesson_next({ name }),
        );
        await seller.sees('heading', title);
        const drawnParts = () => tab.run(() => document.querySelectorAll('.part h2').length);
        await expect.poll(drawnParts, LONG).toBeGreaterThan(0);
        if (step === 'overfit') {
          await seller.press('button', m.lessonnet_by_heart());
          await seller.sees('text', /^After pass \d{2}/);
        }
        expect(await seller.textOf('main')).not.toMatch(/NaN|undefined|Infinity/);
      }
    });

    test('exports, undoes, and is used by keyboard', async ({ visit, site }) => {
      const visitor = await visit(engine);
      const { tab, seller, folder } = visitor;
      await openWorkshop(visitor, site.url);
      await tab.goto(`${site.url}plan/`);
      await seller.press('button', 'Export');
      await seller.press('menuitem', 'All plans as CSV');
      const plans = await readFile(await downloaded(folder, '.csv'), 'utf8');
      expect(plans.trim().split('\n')).toHaveLength(31);
      await tab.goto(`${site.url}evidence/`);
      await seller.press('button', m.charts_save_image());
      await seller.press('menuitem', /PNG/);
      expect((await readFile(await downloaded(folder, '.png'))).subarray(1, 4).toString()).toBe(
        'PNG',
      );
      await tab.goto(`${site.url}calendar/`);
      await seller.sees('heading', /: \d+ launches/, LONG.timeout);
      await seller.press('button', 'Export');
      await seller.press('menuitem', 'Calendar file (.ics)');
      expect(
        (await readFile(await downloaded(folder, '.ics'), 'utf8')).match(/BEGIN:VEVENT/g),
      ).toHaveLength(30);

      await tab.pressKey('k', 'Control');
      await seller.sees('dialog', m.palette_title());
      await tab.type('settin');
      const options = () => seller.textOf('[role=dialog] [role=option]');
      await expect.poll(options).toContain('Settings');
      await tab.pressKey('Enter');
      await seller.press('button', 'Delete everything');
      await seller.sees('button', 'Keep everything');
      await tab.pressKey('Escape');
      await expect.poll(() => seller.has('button', 'Keep everything')).toBe(false);
      const focused = () => tab.run(() => (document.activeElement as HTMLElement).innerText);
      await expect.poll(focused).toBe('Delete everything');

      await seller.press('link', /^Plan/);
      await openFirstPlan(visitor);
      await seller.press('button', m.ledger_adopt());
      await seller.sees('text', /^Adopted on/);
      await seller.press('button', m.feedback_undo());
      await expect.poll(() => seller.has('text', /^Adopted on/)).toBe(false);
    });

    test('goes on with training in one tab at a time, also after leaving', async ({
      visit,
      site,
    }) => {
      const visitor = await visit(engine);
      const { tab, seller } = visitor;
      const content = launchesCsv(generateShop({ launches: 300 }).launches);
      await importFile(visitor, site.url, { name: 'launches.csv', content, count: 300 });
      await setEpochs(visitor, '100');
      await seller.press('button', m.data_train());
      const epoch = async () =>
        Number(/Epoch (\d+) of/.exec(await seller.textOf('main'))?.[1] ?? 0);
      await expect.poll(epoch, LONG).toBeGreaterThan(15);
      const model = await tab.run(() => location.href);

      const second = await visitor.newTab(model);
      await second.seller.press('button', m.model_unfinished_go_on());
      await second.seller.sees('text', m.feedback_trained_elsewhere_title());
      await second.tab.close();

      await tab.goto(`${site.url}licences.json`);
      await tab.goto(model);
      await seller.press('button', m.model_unfinished_go_on());
      await expect.poll(epoch, { ...LONG, intervals: [50] }).toBeGreaterThan(10);
      await seller.sees('button', m.pages_train_again(), LONG.timeout);
    });
  });
