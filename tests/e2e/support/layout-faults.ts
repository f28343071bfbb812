// Finds faults of a layout with unusual texts or windows, by measuring the page itself.
import type { Page } from '@playwright/test';
import { untilQuiet } from './quiet.ts';

/**
 * Makes every word of the page 40% longer, as another language might. Numbers, drawings and texts marked as not to be
 * translated stay. So do table rows, whose texts are the seller's own.
 */
export function lengthenTexts(page: Page): Promise<void> {
  return page.evaluate(() => {
    const kept = window as typeof window & { lengthened?: WeakMap<Node, string> };
    const lengthened = (kept.lengthened ??= new WeakMap());
    const data =
      'td, tbody th, [role=gridcell], [role=rowheader], [translate=no], option, svg, script, style';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement?.closest(data) || lengthened.get(text) === text.nodeValue) continue;
      const longer = (text.nodeValue ?? '').replace(
        /\p{L}+/gu,
        (word) => word + word.slice(word.length - Math.round(0.4 * word.length)),
      );
      text.nodeValue = longer;
      lengthened.set(text, longer);
    }
  });
}

/**
 * Returns texts that are cut off or run out of their control, items that overlap, and a page that scrolls sideways. Charts
 * are drawn anew after the window has another size, so a page with faults is looked at again once it is quiet.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  if ((await page.evaluate(findFaults)).length === 0) return [];
  await untilQuiet(page);
  return page.evaluate(findFaults);
}

/** Runs in the page, for layoutFaults. */
export function findFaults(): string[] {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  /** The visible parts of a text or a control. */
  interface Item {
    readonly name: string;
    readonly owner: Element;
    readonly layer: Element | null;
    readonly boxes: readonly Box[];
  }
  /** Pixels of overlap that are no fault: tight lines may touch, and pixels are rounded. */
  const TOUCHING = 3;
  /** Texts that may be cut off: drawings, and the seller's own words, which their control names in full. */
  const CUT_OFF = 'svg, [aria-label] > [translate=no]';
  const CONTROL = 'a[href], button, input, select, textarea, label, [role=tab]';
  const { clientWidth, scrollWidth } = document.documentElement;
  const faults = new Set<string>();
  if (scrollWidth > clientWidth)
    faults.add(`the page scrolls sideways by ${scrollWidth - clientWidth} px`);

  const items = [...textsInSight(), ...controlsInSight()];
  items.forEach((item, i) => {
    for (const other of items.slice(i + 1)) {
      const isPart = item.owner.contains(other.owner) || other.owner.contains(item.owner);
      if (isPart || item.layer !== other.layer) continue;
      if (item.boxes.some((box) => other.boxes.some((against) => overlap(box, against))))
        faults.add(`${item.name} lies on ${other.name}`);
    }
  });
  return [...faults];

  function textsInSight(): Item[] {
    const found: Item[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const owner = text.parentElement;
      if (!owner || !text.nodeValue?.trim() || !isInSight(owner)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const name = `“${text.nodeValue.trim().slice(0, 60)}”`;
      const boxes = [...range.getClientRects()];
      if (!owner.closest(CUT_OFF)) boxes.forEach((box) => checkRoom(name, owner, box));
      found.push({ name, owner, layer: layerOf(owner), boxes: seenParts(owner, boxes) });
    }
    return found;
  }

  function controlsInSight(): Item[] {
    return [...document.querySelectorAll(CONTROL)].filter(isInSight).map((owner) => ({
      name: nameOf(owner),
      owner,
      layer: layerOf(owner),
      boxes: seenParts(owner, [...owner.getClientRects()]),
    }));
  }

  function isInSight(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (getComputedStyle(at).clipPath === 'inset(50%)') return false;
    }
    return element.getBoundingClientRect().bottom + scrollY > 0;
  }

  function checkRoom(name: string, owner: Element, box: Box): void {
    const control = owner.closest(CONTROL);
    if (control && ![...control.getClientRects()].some((room) => holds(room, box, TOUCHING)))
      faults.add(`${name} runs out of ${nameOf(control)}`);
    if (owner.closest('[role=gridcell], [role=rowheader]')) return;
    let part = box;
    for (let at: Element | null = owner; at && at !== document.body; at = at.parentElement) {
      const { overflowX } = getComputedStyle(at);
      if (overflowX === 'visible') continue;
      const room = at.getBoundingClientRect();
      if (overflowX === 'auto' || overflowX === 'scroll') part = room;
      else if (!holds(room, part, TOUCHING)) faults.add(`${name} is cut off by ${nameOf(at)}`);
    }
    if (part.left < -1 || part.right > clientWidth + 1)
      faults.add(`${name} runs out of the window`);
  }

  function seenParts(owner: Element, boxes: readonly Box[]): Box[] {
    let parts = [...boxes];
    for (let at: Element | null = owner; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === 'visible') continue;
      const room = at.getBoundingClientRect();
      parts = parts.map((box) => ({
        left: Math.max(box.left, room.left),
        top: Math.max(box.top, room.top),
        right: Math.min(box.right, room.right),
        bottom: Math.min(box.bottom, room.bottom),
      }));
    }
    return parts;
  }

  /**
   * Returns the nearest element around it that stays in place while the page moves, or opens above the page; or null.
   */
  function layerOf(element: Element): Element | null {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.matches('.panel') || /fixed|sticky/.test(getComputedStyle(at).position)) return at;
    }
    return null;
  }

  function holds(room: Box, box: Box, within: number): boolean {
    return (
      box.left >= room.left - within &&
      box.right <= room.right + within &&
      box.top >= room.top - within &&
      box.bottom <= room.bottom + within
    );
  }

  function overlap(a: Box, b: Box): boolean {
    return (
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCHING &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCHING
    );
  }

  function nameOf(element: Element): string {
    const label = element.getAttribute('aria-label') ?? element.textContent;
    return `<${element.tagName.toLowerCase()} ${[...element.classList].join('.')}> “${label.trim().slice(0, 60)}”`;
  }
}
