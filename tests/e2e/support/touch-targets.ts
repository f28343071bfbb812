// Measures the touch targets of a page by asking it which element is at a point.
import type { Page } from '@playwright/test';

/**
 * Returns targets on which a square of `leastPx`, centred on them, meets other elements (WCAG 2.2, 2.5.8). The
 * exceptions are those of WCAG: links within a sentence, and targets with enough space around them. Enough means that a
 * circle of that width meets no other target.
 */
export function smallTargets(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate((least) => {
    const TARGET = 'a[href], button, input, select, textarea, summary, [role=tab], [role=slider]';
    const ROUNDED_PX = 0.5;
    const targets = [...document.querySelectorAll(TARGET)].filter(isInReach);
    const undersized = targets.filter((target) => !isLargeEnough(target));
    return undersized.filter((target) => !isInSentence(target) && isCrowded(target)).map(sizeOf);

    function isInReach(target: Element): boolean {
      if (!target.checkVisibility({ visibilityProperty: true })) return false;
      return target.getBoundingClientRect().bottom + scrollY > 0;
    }

    /** Returns the area to press: a field within a label can be pressed on either. */
    function areaOf(target: Element): Element {
      return target.closest('label') ?? target;
    }

    function middleOf(target: Element): { x: number; y: number } {
      const { left, top, width, height } = areaOf(target).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }

    function bringIntoSight(target: Element): void {
      // Otherwise, fixed elements would be measured wherever the previous target left the page.
      scrollTo({ top: 0, behavior: 'instant' });
      areaOf(target).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    }

    function isHit(target: Element, x: number, y: number): boolean {
      const under = document.elementFromPoint(x, y);
      return target.contains(under) || (under?.closest('label')?.contains(target) ?? false);
    }

    function isLargeEnough(target: Element): boolean {
      bringIntoSight(target);
      const { x, y } = middleOf(target);
      const reach = least / 2 - ROUNDED_PX;
      const steps = [-reach, 0, reach];
      return steps.every((right) => steps.every((down) => isHit(target, x + right, y + down)));
    }

    function isInSentence(target: Element): boolean {
      if (getComputedStyle(target).display !== 'inline') return false;
      const own = target.textContent.trim().length;
      return (target.parentElement?.textContent.trim().length ?? 0) > own;
    }

    function isCrowded(target: Element): boolean {
      bringIntoSight(target);
      const from = middleOf(target);
      return targets.some((other) => {
        const to = middleOf(other);
        if (areaOf(other) === areaOf(target) || !isHit(other, to.x, to.y)) return false;
        const apart = Math.hypot(to.x - from.x, to.y - from.y) - least / 2;
        return (undersized.includes(other) ? apart : gap(from, areaOf(other))) < least / 2;
      });
    }

    function gap({ x, y }: { x: number; y: number }, area: Element): number {
      const { left, right, top, bottom } = area.getBoundingClientRect();
      return Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
    }

    function sizeOf(target: Element): string {
      const { width, height } = areaOf(target).getBoundingClientRect();
      const name = target.getAttribute('aria-label') ?? areaOf(target).textContent;
      const what = `<${target.tagName.toLowerCase()}> “${name.trim().slice(0, 60)}”`;
      return `${what}: ${width.toFixed(1)} × ${height.toFixed(1)} px`;
    }
  }, leastPx);
}
