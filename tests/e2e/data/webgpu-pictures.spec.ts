// The image encoder sees the same on WebGPU as on WebAssembly.
import type { Page } from '@playwright/test';
import { fromHalfFloats } from '#core/base/bytes/half-floats.ts';
import { m } from '#messages';
import { disc, drawn } from '../../support/drawn-picture.ts';
import { png } from '../../support/picture-bytes.ts';
import { expect, test } from '../support/fixtures.ts';
import { chooseFile } from '../support/main-flow.ts';

test.use({ locale: 'en-GB' });

const CSV = `title,category,list price,launch date,channel,units
${Array.from({ length: 40 }, (_, i) => `Mug ${i},Mugs,20,2025-0${1 + (i % 9)}-${10 + (i % 18)},Shop,${10 + i}`).join('\n')}
`;
const SIZE = { width: 240, height: 240 };
const pixels = drawn((x, y) => {
  const inside = disc([30 + 200 * x, 180 * y, 90], [240, 240, 240], 0.35);
  return inside(x, y);
}, SIZE);
const rgb = Uint8Array.from({ length: 3 * 240 * 240 }, (_, i) => {
  return pixels.data[4 * Math.floor(i / 3) + (i % 3)]!;
});
const PICTURE = {
  name: 'mug 7.png',
  mimeType: 'image/png',
  buffer: Buffer.from(png({ ...SIZE, rgb })),
};

/** Reads a picture on this backend in a fresh data set, and returns its embedding as it is stored. */
async function embeddingOn(page: Page, isGpu: boolean): Promise<Float32Array> {
  await page.goto('./');
  await chooseFile(page, { content: CSV });
  await page.getByRole('button', { name: m.forms_import(), exact: true }).click();
  await expect(page).toHaveURL(/dataset=/);
  const dataset = new URL(page.url()).searchParams.get('dataset')!;
  if (isGpu) {
    await page.getByRole('navigation').getByRole('link', { name: /Model/ }).click();
    await page.getByRole('radio', { name: /GPU \(WebGPU\)/ }).check();
    await expect(page.getByText(/On this device: GPU/)).toBeVisible({ timeout: 60_000 });
  }
  await page.goto(`./data/?dataset=${dataset}&view=pictures`);
  await page.getByLabel(m.pictures_choose(), { exact: true }).setInputFiles(PICTURE);
  const ask = page.getByRole('button', { name: m.pictures_ask_yes() });
  const done = page.getByText('1 picture read');
  await expect(ask.or(done)).toBeVisible({ timeout: 60_000 });
  if (await ask.isVisible()) await ask.click();
  await expect(done).toBeVisible({ timeout: 90_000 });
  return fromHalfFloats(Uint16Array.from(await page.evaluate(storedHalves, Number(dataset))));
}

/** Runs in the page. */
async function storedHalves(datasetId: number): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('debut-data');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('expected the database'));
  });
  const asked = database.transaction('pictures').objectStore('pictures').getAll();
  await new Promise((resolve) => (asked.onsuccess = resolve));
  database.close();
  const records = asked.result as { datasetId: number; embedding: ArrayBuffer }[];
  return [...new Uint16Array(records.find((each) => each.datasetId === datasetId)!.embedding)];
}

test(
  'the image encoder sees the same on WebGPU as on WebAssembly',
  { tag: '@whole' },
  async ({ page }) => {
    test.setTimeout(240_000);
    const onWasm = await embeddingOn(page, false);
    const onGpu = await embeddingOn(page, true);
    expect(Math.hypot(...onGpu)).toBeCloseTo(1, 2);
    const differences = onWasm.map((value, i) => Math.abs(value - onGpu[i]!));
    expect(Math.max(...differences)).toBeLessThan(2e-3);
  },
);
