import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { copiedText } from '../support/clipboard.ts';
import { expect, test } from '../support/fixtures.ts';
import { openDemoShop } from '../support/main-flow.ts';

const LAUNCHES = 2000;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await openDemoShop(page);
  await page.getByRole('tab', { name: 'Launches' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(LAUNCHES + 1));
});

const grid = (page: Page) => page.getByRole('grid', { name: 'Launches' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search launches' });
const header = (page: Page, name: string) => grid(page).getByRole('columnheader', { name });
const sortBy = (page: Page, name: string) => header(page, name).getByRole('button').click();
const focused = (page: Page) => page.locator(':focus');

/** What a column shows of the first rows. */
async function firstCells(page: Page, name: string): Promise<string[]> {
  const column = await header(page, name).getAttribute('aria-colindex');
  const cells = grid(page).locator(`[role="row"] > .td[aria-colindex="${column}"]`);
  return (await cells.allInnerTexts()).slice(0, 5);
}

const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replace(/,/g, '')));

async function expectRows(page: Page, count: number | ((rows: number) => boolean)): Promise<void> {
  await expect
    .poll(async () => {
      const rows = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
      return typeof count === 'number' ? rows === count : count(rows);
    })
    .toBe(true);
}

test('draws the rows in sight only, and any of them when it is scrolled to', async ({ page }) => {
  const drawn = () => grid(page).getByRole('row').count();
  expect(await drawn()).toBeLessThan(60);
  await grid(page).evaluate((element) => (element.scrollTop = element.scrollHeight));
  await expect(grid(page).locator(`[aria-rowindex="${LAUNCHES + 1}"]`)).toBeVisible();
  expect(await drawn()).toBeLessThan(60);
  const headerBox = await header(page, 'Title').boundingBox();
  const gridBox = await grid(page).boundingBox();
  expect(Math.abs(headerBox!.y - gridBox!.y)).toBeLessThan(2);
});

test(
  'sorts by a column, says so, and gives the order up again',
  { tag: '@whole' },
  async ({ page }) => {
    const asGiven = await firstCells(page, 'Title');
    await sortBy(page, 'Units');
    await expect(header(page, 'Units')).toHaveAttribute('aria-sort', 'descending');
    await expect(page.getByRole('status').filter({ hasText: 'Sorted by Units' })).toBeVisible();
    const largest = numbers(await firstCells(page, 'Units'));
    expect(largest).toEqual([...largest].sort((a, b) => b - a));
    await sortBy(page, 'Units');
    await expect(header(page, 'Units')).toHaveAttribute('aria-sort', 'ascending');
    const smallest = numbers(await firstCells(page, 'Units'));
    expect(smallest).toEqual([...smallest].sort((a, b) => a - b));
    expect(smallest[0]).toBeLessThan(largest.at(-1)!);
    await sortBy(page, 'Units');
    await expect(header(page, 'Units')).not.toHaveAttribute('aria-sort');
    expect(await firstCells(page, 'Title')).toEqual(asGiven);
  },
);

test(
  'finds rows by words in any column, and says how many',
  { tag: '@whole' },
  async ({ page }) => {
    await search(page).fill('COUPON wool');
    await expectRows(page, (rows) => rows > 0 && rows < 200);
    const titles = await firstCells(page, 'Title');
    const promotions = await firstCells(page, 'Promotion');
    for (const title of titles) expect(title).toMatch(/wool/i);
    for (const promotion of promotions) expect(promotion).toBe('Coupon');
    await expect(page.getByRole('status').filter({ hasText: /launches? of 2,000/ })).toBeVisible();
    await search(page).fill('no such thing');
    await expect(page.getByText('Nothing here contains “no such thing”.')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expectRows(page, LAUNCHES);
  },
);

test('shows the columns that are chosen', { tag: '@whole' }, async ({ page }) => {
  await expect(header(page, 'Clicks')).toHaveCount(0);
  await chooseColumn(page, 'Clicks');
  await expect(header(page, 'Clicks')).toBeVisible();
  await chooseColumn(page, 'Category');
  await expect(header(page, 'Category')).toHaveCount(0);
  await expect(grid(page)).toHaveAttribute('aria-colcount', '8');
});

test('a column that is hidden no longer orders the rows', { tag: '@whole' }, async ({ page }) => {
  const asGiven = await firstCells(page, 'Title');
  await sortBy(page, 'Units');
  await expect(header(page, 'Units')).toHaveAttribute('aria-sort', 'descending');
  await chooseColumn(page, 'Units');
  await expect(header(page, 'Units')).toHaveCount(0);
  expect(await firstCells(page, 'Title')).toEqual(asGiven);
  await expect(page.getByRole('status').filter({ hasText: 'Sorted by' })).toHaveCount(0);
  await chooseColumn(page, 'Units');
  await expect(header(page, 'Units')).toHaveAttribute('aria-sort', 'descending');
  expect(await firstCells(page, 'Title')).not.toEqual(asGiven);
});

test('is read by keyboard: one stop, then arrows, ends and pages', async ({ page }) => {
  await search(page).focus();
  await tabTo(page, grid(page).locator('[aria-rowindex="2"] > [aria-colindex="1"]'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expectFocus(page, { row: 3, column: 2 });
  await page.keyboard.press('End');
  await expectFocus(page, { row: 3, column: 8 });
  await page.keyboard.press('ControlOrMeta+End');
  await expectFocus(page, { row: LAUNCHES + 1, column: 8 });
  await page.keyboard.press('PageUp');
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press('ControlOrMeta+Home');
  await expectFocus(page, { row: 2, column: 1 });
  await page.keyboard.press('ArrowUp');
  await expect(header(page, 'Title').getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(page, 'Title').getByRole('button')).toBeFocused();
});

test(
  'keeps the focus on its cell when that is scrolled out of sight',
  { tag: '@whole' },
  async ({ page }) => {
    await grid(page).locator('[aria-rowindex="4"] > [aria-colindex="2"]').click();
    await grid(page).evaluate((element) => (element.scrollTop = 20_000));
    await expect(grid(page).locator('[aria-rowindex="600"]')).toBeAttached();
    await expectFocus(page, { row: 4, column: 2 });
    await page.keyboard.press('ArrowDown');
    await expectFocus(page, { row: 5, column: 2 });
    await expect(focused(page)).toBeInViewport();
  },
);

test('copies a cell, a block of cells, and the rows found', { tag: '@whole' }, async ({ page }) => {
  await grid(page).locator('[aria-rowindex="2"] > [aria-colindex="1"]').click();
  await page.keyboard.press('ControlOrMeta+c');
  const [firstTitle, secondTitle] = await firstCells(page, 'Title');
  expect(await copiedText(page)).toBe(firstTitle);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(grid(page).locator('[aria-selected="true"]')).toHaveCount(4);
  await page.keyboard.press('ControlOrMeta+c');
  const block = (await copiedText(page)).split('\n').map((line) => line.split('\t'));
  expect(block.map((line) => line.length)).toEqual([2, 2]);
  expect(block.map(([title]) => title)).toEqual([firstTitle, secondTitle]);
  await expect(page.getByRole('status').filter({ hasText: '4 cells copied.' })).toBeVisible();

  await page.keyboard.press('Escape');
  await search(page).fill('wool');
  await expectRows(page, (rows) => rows < LAUNCHES);
  const rows = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
  await page.getByRole('button', { name: 'Copy table' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'launches copied.' })).toBeVisible();
  const lines = (await copiedText(page)).split('\n');
  expect(lines).toHaveLength(rows + 1);
  expect(lines[0]!.split('\t').slice(0, 3)).toEqual(['Title', 'Category', 'Launch date']);
  expect(lines[1]!.split('\t')[2]).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test(
  'chooses the cells that a mouse draws over, from one cell to another only',
  { tag: '@whole' },
  async ({ page }) => {
    const cell = (row: number, column: number) =>
      grid(page).locator(`[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
    const chosen = grid(page).locator('[aria-selected="true"]');
    const draw = async (from: Locator, to: Locator) => {
      await from.hover();
      await page.mouse.down();
      await to.hover();
      await page.mouse.up();
    };
    await draw(cell(2, 1), cell(4, 2));
    await expect(chosen).toHaveCount(6);
    await cell(2, 1).click();
    await expect(chosen).toHaveCount(0);
    await draw(page.getByRole('status').first(), cell(4, 2));
    await draw(header(page, 'Title'), cell(4, 2));
    await expect(chosen).toHaveCount(0);
  },
);

test(
  'is where it was after Back and after a reload, without a step a key',
  { tag: '@whole' },
  async ({ page }) => {
    await sortBy(page, 'Revenue');
    await expect(page).toHaveURL(/sort=-revenue/);
    const steps = await page.evaluate(() => history.length);
    await search(page).pressSequentially('wool');
    await expect(page).toHaveURL(/find=wool/);
    await expect(search(page)).toBeFocused();
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await sortBy(page, 'Title');
    await expect(page).toHaveURL(/sort=title/);
    const titles = await firstCells(page, 'Title');

    await page.reload();
    await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');
    await expect(search(page)).toHaveValue('wool');
    expect(await firstCells(page, 'Title')).toEqual(titles);

    await page.goBack();
    await expect(header(page, 'Revenue')).toHaveAttribute('aria-sort', 'descending');
    await expect(search(page)).toHaveValue('wool');
    await page.goBack();
    await expect(header(page, 'Revenue')).not.toHaveAttribute('aria-sort');
    await expect(search(page)).toHaveValue('');
    await expectRows(page, LAUNCHES);
  },
);

test(
  'scrolls sideways inside itself on a phone, its first column in sight',
  { tag: '@whole' },
  async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await grid(page).scrollIntoViewIfNeeded();
    await grid(page).evaluate((element) => (element.scrollLeft = 500));
    await expect(grid(page).locator('[aria-rowindex="2"] > [aria-colindex="1"]')).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `axe finds nothing in any of its states (${colorScheme})`,
    { tag: '@whole' },
    async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await sortBy(page, 'Units');
      await grid(page).locator('[aria-rowindex="2"] > [aria-colindex="1"]').click();
      await page.keyboard.press('Shift+ArrowDown');
      await expectNoViolations(page);
      await search(page).fill('no such thing');
      await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
      await expectNoViolations(page);
    },
  );
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

async function expectFocus(page: Page, cell: { row: number; column: number }): Promise<void> {
  const { row, column } = cell;
  const expected = `[aria-rowindex="${row}"] > [aria-colindex="${column}"]`;
  await expect(grid(page).locator(expected)).toBeFocused();
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 6; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function chooseColumn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
}
