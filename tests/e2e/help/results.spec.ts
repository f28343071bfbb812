// A result is handed in as a code, a file and a QR code, and a room is collected from all three. Nothing names anybody.
import jsQR from 'jsqr';
import type { Page } from '@playwright/test';
import { LESSON_STEPS, RIGHT_ANSWERS, type LessonRecord } from '#core/lesson/lesson.ts';
import { encodeResult, groupedCode, resultLabel } from '#core/lesson/results/result-code.ts';
import { m } from '#messages';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { untilAnswering, untilQuiet } from '../support/quiet.ts';
import { LOCALES } from '../support/stored-project.ts';

/** A name that is not this device's own, as the host of a real room has one. */
const HOST = 'room.test';

const originAt = (url: string) => `http://${HOST}:${new URL(url).port}`;

test.use({
  locale: LOCALES.en,
  launchOptions: async ({ launchOptions, site }, use) => {
    const named = `--host-resolver-rules=MAP ${HOST} 127.0.0.1`;
    const secure = `--unsafely-treat-insecure-origin-as-secure=${originAt(site.url)}`;
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), named, secure] });
  },
  baseURL: async ({ site }, use) => use(`${originAt(site.url)}/`),
});

const answered = (count: number) =>
  Object.fromEntries(
    LESSON_STEPS.map((step, i) => [step, (RIGHT_ANSWERS[step] + (i < count ? 0 : 1)) % 3]),
  );
const record = (id: number, after: number): LessonRecord => ({
  ...{ id, before: answered(after - 3), after: answered(after), marks: { line: after / 8 } },
});
const ROOM = [record(1, 4), record(2, 7), record(3, 6), record(4, 7)];

const status = (page: Page) => page.getByRole('status');
const rowOf = (page: Page, { id }: LessonRecord) =>
  page.getByRole('row', { name: new RegExp(`^${resultLabel({ id })}`) });

/** Answers the questions of a round by the labels of their answers, all the first. */
async function answerAll(page: Page, step: 'before' | 'after'): Promise<void> {
  await page.goto(`./workshop/lesson/?step=${step}`);
  await untilAnswering(page);
  const groups = page.locator('main fieldset');
  await expect(groups).toHaveCount(LESSON_STEPS.length);
  for (const group of await groups.all()) await group.getByRole('radio').first().check();
  const all = String(LESSON_STEPS.length);
  await expect(page.getByText(m.lesson_answered({ done: all, all }))).toBeVisible();
}

/** Reads the QR code on the page, as it is painted. */
async function scan(page: Page): Promise<string | undefined> {
  const code = page.getByRole('img', { name: m.room_scan_label() });
  const picture = (await code.screenshot()).toString('base64');
  const { pixels, width, height } = await page.evaluate(async (bytes) => {
    const image = new Image();
    image.src = `data:image/png;base64,${bytes}`;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    return { pixels: Array.from(context.getImageData(0, 0, width, height).data), width, height };
  }, picture);
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
}

test('a student’s result is a code, a file and a QR code that another device opens', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('./workshop/results/');
  await expect(page.getByText(m.room_own_none())).toBeVisible();
  await expect(page.getByText(m.room_empty())).toBeVisible();
  await expectNoViolations(page, 'results, empty');
  await answerAll(page, 'before');
  await answerAll(page, 'after');
  await page.getByRole('link', { name: m.lesson_to_results() }).click();

  const code = (await page.locator('.code').textContent()) ?? '';
  const address = await scan(page);
  expect(address).toBe(`${baseURL}workshop/results/#${code.replaceAll('-', '')}`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: m.room_save() }).click();
  const file = await (await saving).path();

  const phone = await browser.newContext({
    locale: LOCALES.en,
    viewport: { width: 390, height: 844 },
  });
  const leader = await phone.newPage();
  await leader.goto(address ?? '');
  await expect(leader.getByText(m.room_from_address())).toBeVisible();
  await expect(leader.getByText(m.room_added({ count: 1, text: '1' }))).toBeVisible();
  expect(leader.url()).toBe(`${baseURL}workshop/results/`);
  await leader.getByLabel(m.room_choose()).setInputFiles(file);
  await expect(leader.getByText(m.room_again({ count: 1, text: '1' }))).toBeVisible();
  await untilQuiet(leader);
  expect(await layoutFaults(leader)).toEqual([]);
  await phone.close();
});

test('a room is collected from files and codes, shown without names, and forgotten with an undo', async ({
  page,
}) => {
  await page.goto('./workshop/results/');
  await untilAnswering(page);
  const files = ROOM.slice(0, 2).map((each, i) => ({
    name: `result ${i}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(groupedCode(encodeResult(each))),
  }));
  await page.getByLabel(m.room_choose()).setInputFiles(files);
  await expect(status(page).first()).toContainText(m.room_added({ count: 2, text: '2' }));
  const wrong = encodeResult(ROOM[2]!).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const codes = ROOM.slice(2).map(encodeResult).join('\n');
  await page.getByLabel(m.room_codes()).fill(`${codes}, ${wrong}`);
  await page.getByRole('button', { name: m.room_codes_add() }).click();
  await expect(page.getByText(m.room_refused_checksum({ code: wrong }))).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    m.room_title_grown({ before: '3.5', after: '6.5', all: '8' }),
  );
  for (const each of ROOM) await expect(rowOf(page, each)).toBeVisible();
  await untilQuiet(page);
  await expectNoViolations(page, 'results of a room');
  expect(await layoutFaults(page)).toEqual([]);

  await page
    .getByRole('button', { name: m.room_row_remove({ label: resultLabel(ROOM[0]!) }) })
    .click();
  await expect(rowOf(page, ROOM[0]!)).toHaveCount(0);
  await page.getByRole('button', { name: m.room_forget() }).click();
  await expect(page.getByText(m.room_empty())).toBeVisible();
  await page.getByRole('button', { name: m.feedback_undo() }).click();
  await expect(rowOf(page, ROOM[3]!)).toBeVisible();
  await page.reload();
  await expect(rowOf(page, ROOM[1]!)).toBeVisible();
});
