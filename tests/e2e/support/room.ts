// Checks that a page has room at twice its size and for texts that are 40% longer.
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { layoutFaults, lengthenTexts } from './layout-faults.ts';
import { untilQuiet } from './quiet.ts';

/** Windows of laptops with 1280 × 720 pixels at 200% and 1280 × 1024 at 400% (WCAG 2.2, 1.4.4 and 1.4.10). */
const ZOOMED = [
  { width: 640, height: 360 },
  { width: 320, height: 256 },
];
/** Widths in pixels: a phone, and the least width of each of a page's other two layouts. */
const WIDTHS = [1030, 650, 360];

export async function expectRoom(page: Page, state: string): Promise<void> {
  expect.soft(await layoutFaults(page), state).toEqual([]);
}

export async function expectRoomAtTwiceTheSize(page: Page, state: string): Promise<void> {
  for (const viewport of ZOOMED) {
    await page.setViewportSize(viewport);
    await untilQuiet(page);
    await expectRoom(page, `${state}, ${viewport.width} px`);
  }
}

export async function expectRoomForLongTexts(page: Page, state: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await untilQuiet(page);
    await lengthenTexts(page);
    await expectRoom(page, `${state} with longer texts, ${width} px`);
  }
}
