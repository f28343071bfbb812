// Checks that apply to every chart on any page. Charts are found by the controls that they offer.
import type { Locator, Page } from '@playwright/test';
import { drawnChart, readNumber, type DrawnChart } from './drawn-chart.ts';
import { expect } from './fixtures.ts';
import { contrast, inksOf, type Ink } from './greyscale.ts';
import { drawnAlike, savedImage, svgContent } from './saved-image.ts';

interface ValueTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart, and its name in failures. */
interface Chart {
  readonly figure: Locator;
  readonly where: string;
}

const stop = (figure: Locator) => figure.getByRole('slider');

/** Returns the charts of the open page, once there are at least `least`. Charts painted on a canvas are left out. */
export async function chartsOn(page: Page, pageName: string, least: number): Promise<Chart[]> {
  // A curve over a slider only explains the slider in words, and cannot be saved as an image.
  const slides = page.locator('input[type=range]');
  const offers = page.getByRole('slider').or(page.getByRole('button', { name: 'Save image' }));
  const headings = page
    .getByRole('figure')
    .filter({ has: offers, hasNot: slides })
    .getByRole('heading');
  if (least > 0) await headings.nth(least - 1).waitFor();
  const charts: Chart[] = [];
  for (const name of await headings.allInnerTexts()) {
    const figure = page.getByRole('figure', { name, exact: true });
    await expect(stop(figure)).toBeVisible();
    // Thousands of points are painted on a canvas, and their table is a grid of any length.
    if ((await figure.locator('canvas').count()) > 0) continue;
    charts.push({ figure, where: `${pageName}: ${name}` });
  }
  return charts;
}

/** Expects that a chart can be read in words, by keyboard and as a table, and that all agree. */
export async function expectReadable({ figure, where }: Chart): Promise<void> {
  const title = await heading(figure);
  await expect(stop(figure), where).toHaveAccessibleName(title);
  // It says more than the title: what can be seen, with a number.
  await expect(stop(figure), where).toHaveAccessibleDescription(/^(?=.*\d).{25,}/);

  const table = await tableOf(figure);
  const drawn = await drawnChart(figure);
  expectDrawn(drawn, table, where);

  const points = pointsOf(drawn.kind, table);
  await expect(stop(figure)).toHaveAttribute('aria-valuemax', String(points.flat().length));
  const rows = points.map((row, r) => (r === 0 ? row : row.slice(0, 3)));
  const read = await readThrough(figure, rows);
  expect(read, where).toHaveLength(rows.flat().length);
  for (const [i, texts] of rows.flat().entries())
    for (const text of texts.filter((each) => each !== MISSING))
      expect(read[i], where).toMatch(wholeWords(text));
}

/** Expects that a chart is saved as images that need nothing of the page. */
export async function expectSavedWhole({ figure, where }: Chart, empty: Page): Promise<void> {
  const title = await heading(figure);
  const seen = await wordsSeen(figure);

  const svg = await savedImage(figure, 'SVG');
  const content = await svgContent(empty, svg.file);
  expect(content.isSvg, where).toBe(true);
  expect(content.title, where).toBe(title);
  for (const words of seen) expect(withoutSpaces(content.words), where).toContain(words);
  // No styles of the page, no colours that other programs do not know, no links to other files.
  expect(content.source, where).not.toMatch(/var\(--|oklch|light-dark|href="(?!data:)/);

  const png = await savedImage(figure, 'PNG');
  expect([...png.file.subarray(0, 8)], where).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const both = await drawnAlike(empty, { svg: svg.file, png: png.file });
  expect(both.colourCount, where).toBeGreaterThan(20);
  expect(both.inkShare, where).toBeGreaterThan(0.02);
  expect(both.differingShare, where).toBeLessThan(0.01);
  expect(png.name, where).toBe(svg.name.replace('.svg', '.png'));
}

/** Expects that a chart can be read without colours. Returns the number of pairs of series that were compared. */
export async function expectToldApart({ figure, where }: Chart): Promise<number> {
  const steps = await stepInks(figure);
  if (steps.length === 0) return expectApart(figure, where);
  expectOneDirection(steps, where);
  return 0;
}

async function heading(figure: Locator): Promise<string> {
  return (await figure.getByRole('heading').innerText()).trim();
}

/** Returns the texts of a chart, except its controls, without spaces, since lines may break anywhere. */
async function wordsSeen(figure: Locator): Promise<string[]> {
  const parts = figure.locator('h3, figcaption p:not(.visually-hidden), svg text, .legend span');
  return (await parts.allTextContents()).map(withoutSpaces).filter(Boolean);
}

/** Returns the values of a chart in its table view, then switches back to the drawing. */
async function tableOf(figure: Locator): Promise<ValueTable> {
  await figure.getByRole('button', { name: 'Show as table' }).click();
  const lines = await figure
    .getByRole('table')
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map(({ textContent }) => textContent.trim())),
    );
  await expect(figure.locator('svg')).toHaveCount(0);
  await figure.getByRole('button', { name: 'Show as chart' }).click();
  await expect(stop(figure)).toBeVisible();
  const [heads, ...rows] = lines.map((line) => line.map(plainSpaces));
  return { heads: heads!, rows };
}

/** Returns the points in reading order: along a row, then from one row to the next. */
function pointsOf(kind: DrawnChart['kind'], table: ValueTable): string[][][] {
  if (kind === 'cells') return cellsOf(table);
  const rows = table.rows.map((row) => [...row].filter((text) => text !== ''));
  return kind.endsWith('waterfall') ? rows.map((row) => [row]) : [rows];
}

/** Returns the cells of a map, row by row. Its rows are the columns of the table. */
function cellsOf({ heads, rows }: ValueTable): string[][][] {
  return heads.slice(1).map((_, c) => rows.map((row) => [row[0]!, row[c + 1]!]));
}

/**
 * Returns the largest rounding error of a written number. Counts are exact. Money, and what is lost, has two figures
 * below ten; above, whole numbers with three figures at most.
 */
function mostRoundedOff(text: string): number {
  const written = readNumber(text);
  if (written >= 0 && !text.includes('£')) return 0.01;
  const size = Math.abs(written);
  return size < 10 ? 0.051 : Math.max(0.55, 0.006 * size);
}

function expectDrawn(drawn: DrawnChart, table: ValueTable, where: string): void {
  const values = table.rows.map((row) => row.slice(1).map(readNumber));
  switch (drawn.kind) {
    case 'bars': {
      expect(drawn.values.length, where).toBe(values.length);
      const highest = Math.max(...drawn.values.map(Math.abs));
      for (const [i, value] of drawn.values.entries()) {
        const written = values[i]![0]!;
        // Bars are read off the page, to a thousandth of the highest.
        const most = mostRoundedOff(table.rows[i]![1]!) + highest / 1000;
        expect(Math.abs(value - written), `${where}: ${table.rows[i]![0]}`).toBeLessThan(most);
      }
      return;
    }
    case 'lines':
      expectLines(drawn.lines, table, where);
      return;
    case 'waterfall': {
      const units = values.map((row) => row.at(-1)!);
      expect(drawn.reached.length, where).toBe(units.length);
      // The table rounds to two digits, and every bar has a visible width.
      for (const [i, reached] of drawn.reached.entries())
        expect(Math.abs(reached / units[i]! - 1), `${where}: step ${i}`).toBeLessThan(0.08);
      return;
    }
    case 'money-waterfall':
      expectMoneyLeft(drawn.reached, values, where);
      return;
    case 'cells': {
      const inOrder = cellsOf(table)
        .flat()
        .map(([, text]) => readNumber(text!));
      expect(drawn.steps.map((step) => step === null)).toEqual(inOrder.map(Number.isNaN));
      const rangeOf = (step: number) => {
        const within = inOrder.filter((_, i) => drawn.steps[i] === step);
        return { least: Math.min(...within), most: Math.max(...within) };
      };
      for (let step = 2; step <= 7; step++)
        expect(rangeOf(step).least, `${where}: step ${step}`).toBeGreaterThanOrEqual(
          rangeOf(step - 1).most,
        );
      return;
    }
  }
}

/** Moves through rows of points by keyboard. Returns what is announced for each, which must also be visible. */
async function readThrough(
  figure: Locator,
  rows: readonly (readonly unknown[])[],
): Promise<string[]> {
  const { keyboard } = figure.page();
  const record = await stop(figure).evaluateHandle((element: HTMLElement) => {
    const read: { said: string; shown: string }[] = [];
    element.addEventListener('keyup', ({ key }) => {
      if (key !== 'Home' && key !== 'ArrowRight') return;
      const said = element.getAttribute('aria-valuetext') ?? '';
      read.push({ said, shown: element.innerText.trim() });
    });
    return read;
  });
  await stop(figure).focus();
  for (let row = 1; row < rows.length; row++) await keyboard.press('ArrowUp');
  for (const row of rows) {
    await keyboard.press('Home');
    for (let point = 1; point < row.length; point++) await keyboard.press('ArrowRight');
    await keyboard.press('ArrowDown');
  }
  const read = await record.jsonValue();
  expect(read.map(({ shown }) => shown)).toEqual(read.map(({ said }) => said));
  return read.map(({ said }) => plainSpaces(said));
}

/** Returns the inks of a colour scale's steps, from low to high; empty where a chart has none. */
async function stepInks(figure: Locator): Promise<Ink[]> {
  const inks = [1, 2, 3, 4, 5, 6, 7].map((step) =>
    inksOf(figure.locator(`svg [fill="var(--seq-${step})"]`), 'fill'),
  );
  return (await Promise.all(inks)).flat();
}

/** Compares every two series of a drawing, and each with the background. Returns the number of pairs. */
async function expectApart(figure: Locator, where: string): Promise<number> {
  const [ground] = await inksOf(figure, 'background-color');
  const series = [
    ...(await inksOf(figure.locator('g[aria-label="line"] > *'), 'stroke')),
    ...(await inksOf(figure.locator('g[aria-label="rect"] > :not([fill^="var(--div"])'), 'fill')),
  ];
  // Gains and losses are distinguished by the signs next to them, or by bars that go up and down.
  const signed = await inksOf(figure.locator('rect.more, rect.less, [fill^="var(--div"]'), 'fill');
  expect(series.length + signed.length, where).toBeGreaterThan(0);
  for (const ink of signed) expect(contrast(ink, ground!), where).toBeGreaterThanOrEqual(3);
  for (const ink of series) expect(contrast(ink, ground!), where).toBeGreaterThanOrEqual(3);
  const pairs = series.flatMap((one, i) =>
    series.slice(i + 1).map((other) => [one, other] as const),
  );
  for (const [one, other] of pairs.filter(([{ dashes }, other]) => dashes === other.dashes))
    expect(contrast(one, other), where).toBeGreaterThanOrEqual(1.5);
  return pairs.length;
}

/** Expects steps that all get lighter or all get darker, with a visible contrast between neighbours. */
function expectOneDirection(steps: readonly Ink[], where: string): void {
  const rises = steps.slice(1).map((ink, i) => Math.sign(ink.luminance - steps[i]!.luminance));
  expect(new Set(rises).size, where).toBeLessThanOrEqual(1);
  for (const [i, ink] of steps.slice(1).entries())
    expect(contrast(ink, steps[i]!), `${where}: step ${i + 2}`).toBeGreaterThanOrEqual(1.1);
}

const MISSING = '–';
const plainSpaces = (text: string) => text.replace(/\s+/g, ' ');
const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

/**
 * Returns a pattern for a text that is not the end of a longer word or a part of a longer number. Letters may follow,
 * as after a short month.
 */
function wholeWords(text: string): RegExp {
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d.,])${plain}(?!\\d|[.,]\\d)`, 'u');
}

type Lines = Extract<DrawnChart, { kind: 'lines' }>['lines'];

/** Expects the points of lines to be those of the table. A value in it may be followed by its range. */
function expectLines(lines: Lines, table: ValueTable, where: string): void {
  const values = table.rows.map((row) =>
    row.slice(1).map((text) => readNumber(text.split(' (')[0]!)),
  );
  const places = table.rows.map(([head]) => readNumber(head!));
  const written = values.flat().filter((value) => !Number.isNaN(value));
  expect(lines.flat().length, where).toBe(written.length);
  // Places that are not numbers, such as days, are in the order of the table.
  const isOrdered = places.some(Number.isNaN);
  for (const [i, { x, y }] of lines.flatMap((line) => [...line.entries()])) {
    const place = isOrdered ? i : places.findIndex((each) => Math.abs(each - x) < 0.01);
    const row = values[place] ?? [];
    // The table rounds to two decimals, and money to three figures.
    const most = isOrdered ? Math.max(0.51, 0.006 * Math.abs(y)) : 0.0051;
    const misses = row.map((value) => Math.abs(value - y)).filter((miss) => miss >= 0);
    expect(Math.min(...misses), `${where}: ${y} at ${x}`).toBeLessThan(most);
  }
}

/** Expects each step to reach what is left of the price; the last row says what is left in the end. */
function expectMoneyLeft(
  drawn: readonly number[],
  values: readonly (readonly number[])[],
  where: string,
): void {
  const perUnit = values.map((row) => row[0]!);
  const left = perUnit.map((_, i) => sumOf(perUnit.slice(0, i + 1)));
  left[left.length - 1] = perUnit.at(-1)!;
  expect(drawn.length, where).toBe(left.length);
  for (const [i, reached] of drawn.entries())
    expect(Math.abs(reached - left[i]!), `${where}: step ${i}`).toBeLessThan(0.01 * left[0]!);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
