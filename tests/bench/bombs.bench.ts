// npm run bench:bombs [-- --only .gz] (after npm run build)
// Opens small files that unpack to far more than a device holds in the built app. --only selects files by a part of
// their name. Each must end in a message within 10 s, with at most 1 GB held by page and workers together. The same tab
// must then import a file. Exits with 1 where a file takes longer or more memory.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { chromium, type FileChooser, type Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { serveSite } from '#workers/build/serve.js';
import { sawTour } from '../support/saw-tour.ts';
import { workbookOf } from '../support/workbook.ts';
import { peakOfRenderers } from './peak-of-renderers.ts';

const { values: given } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const MOST_SECONDS = 10;
const MOST_BYTES = 1e9;
const GIVEN_UP_MS = 60_000;
/** Milliseconds that a seller takes to choose a file. */
const HAND_TAKES_MS = 500;
const MEGABYTE = 1_000_000;
const HEADER = 'title,launch_date,units_4w\n';

interface Bomb {
  readonly says: string;
  readonly name: string;
  readonly write: (path: string) => Promise<void>;
}

/** Returns a writer of a gzip file: a header, then the text repeated to this many megabytes, compressed as a stream. */
function gzipOf(text: string, megabytes: number, head = HEADER) {
  return async (path: string): Promise<void> => {
    const piece = text.repeat(Math.ceil(MEGABYTE / text.length));
    const times = Math.ceil((megabytes * MEGABYTE) / piece.length);
    const pieces = function* (): Generator<string> {
      yield head;
      for (let i = 0; i < times; i++) yield piece;
    };
    await pipeline(Readable.from(pieces()), createGzip(), createWriteStream(path));
  };
}

function workbook(xml: string) {
  return async (path: string): Promise<void> => {
    const file = workbookOf([{ name: 'Launches', xml }]);
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
  };
}

const wide = (columns: number): string =>
  `${HEADER.trim()},${Array.from({ length: columns - 3 }, (_, i) => `c${i}`).join(',')}\n`;

const BOMBS: readonly Bomb[] = [
  {
    says: 'a workbook of one cell at XFD1048576',
    name: 'far.xlsx',
    write: workbook('<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'),
  },
  {
    says: 'a workbook of 250 MB of empty cells',
    name: 'empty.xlsx',
    write: workbook(`<row>${'<c/>'.repeat(10_000)}</row>`.repeat(6_200)),
  },
  {
    says: 'a gzip of 2 GB without an end of a line',
    name: 'letters.csv.gz',
    write: gzipOf('a', 2_000),
  },
  { says: 'a gzip of 1 GB of commas', name: 'commas.csv.gz', write: gzipOf(',', 1_000) },
  { says: 'a gzip of 1 GB of ends of lines', name: 'lines.csv.gz', write: gzipOf('\n', 1_000) },
  {
    says: 'a gzip of 250 million launches',
    name: 'rows.csv.gz',
    write: gzipOf('Mug,2024-01-01,7\n', 4_000),
  },
  {
    says: 'a gzip of 900 columns, 450 MB',
    name: 'wide.csv.gz',
    write: gzipOf(`Mug,2024-01-01,${'1,'.repeat(897)}1\n`, 450, wide(900)),
  },
  {
    says: 'a zip of 1 GB of zeros',
    name: 'zeros.zip',
    write: (path) => writeFile(path, zipSync({ 'launches.csv': new Uint8Array(1_000 * MEGABYTE) })),
  },
];

const executablePath = await findChromium();
if (!executablePath) throw new Error(CHROMIUM_ADVICE);
const folder = await mkdtemp(join(tmpdir(), 'bombs-'));
const build = fileURLToPath(new URL('../../build', import.meta.url));
const site = await serveSite({ folder: build, port: 0 });
try {
  for (const bomb of BOMBS.filter(({ name }) => name.includes(given.only))) {
    const path = join(folder, bomb.name);
    await bomb.write(path);
    await tryBomb(bomb, path);
    await rm(path);
  }
} finally {
  await site.close();
  await rm(folder, { recursive: true });
}

/** Tries a file in a browser of its own, because the peak memory of a process never falls. */
async function tryBomb({ says }: Bomb, path: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: executablePath!,
    args: ['--no-sandbox'],
  });
  try {
    const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
    await sawTour(context);
    const page = await context.newPage();
    page.setDefaultTimeout(GIVEN_UP_MS);
    await page.goto(site.url);
    const chooser = await openChooser(page);
    const started = performance.now();
    await chooser.setFiles(path);
    const sentence = await refusal(page);
    const seconds = (performance.now() - started) / 1000;
    const peak = await peakOfRenderers(browser);
    await importSmall(page);
    const passes = seconds <= MOST_SECONDS && peak <= MOST_BYTES;
    if (!passes) process.exitCode = 1;
    console.log(
      `${passes ? 'PASS' : 'FAIL'} ${says}: ${seconds.toFixed(1)} s, ${(peak / MEGABYTE).toFixed(0)} MB: ${sentence}`,
    );
  } finally {
    await browser.close();
  }
}

async function openChooser(page: Page): Promise<FileChooser> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const opened = await chooser;
  await page.waitForTimeout(HAND_TAKES_MS);
  return opened;
}

/**
 * Returns the page's message, at most 120 characters: the reason why Import is disabled, or the alert before or after
 * it.
 */
async function refusal(page: Page): Promise<string> {
  const alert = page.getByRole('alert').first();
  const importIt = page.getByRole('button', { name: 'Import', exact: true });
  await alert.or(importIt).first().waitFor();
  if (!(await alert.isVisible())) {
    if (await importIt.isDisabled()) {
      const reason = await importIt.getAttribute('aria-describedby');
      return oneLine(await page.locator(`[id="${reason}"]`).innerText());
    }
    await importIt.click();
    await alert.waitFor();
  }
  return oneLine(await alert.innerText());
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 120);
}

async function importSmall(page: Page): Promise<void> {
  const lines = Array.from(
    { length: 40 },
    (_, i) => `Mug ${i},2024-0${1 + (i % 9)}-01,${10 + i}\n`,
  );
  await page.goto(site.url);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'launches.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(HEADER + lines.join('')),
    });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^40 launches/ }).waitFor();
}
