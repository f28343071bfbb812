import { flushSync, mount, unmount } from 'svelte';
import { describe, expect, it, onTestFinished } from 'vitest';
import DemandToCome from '#components/pages/data/demand/DemandToCome.svelte';
import type { CategoryOutlook, ShopOutlook } from '#core/demand/forecast/category-outlook.ts';
import { dayFromCalendar } from '#core/base/dates.ts';

const MONDAY = dayFromCalendar(2025, 1, 6);

function category(name: string, more: Partial<CategoryOutlook> = {}): CategoryOutlook {
  const range = [5, 15] as const;
  return {
    ...{ category: name, units: new Float64Array(60).fill(10), knownWeeks: 60, term: null },
    weeks: Array.from({ length: 52 }, () => ({
      ...{ units: 10, range50: range, range80: range, range90: range },
    })),
    ...{ yearFactor: NaN, shifts: [], peak: { day: MONDAY + 450, factor: 1.5 } },
    ...more,
  };
}

function outlookOf(...categories: CategoryOutlook[]): ShopOutlook {
  return { isOwn: true, firstDay: MONDAY, weekCount: 60, weights: [0.5, 0.5, 0.3], categories };
}

function shown(outlook: ShopOutlook) {
  const part = mount(DemandToCome, { target: document.body, props: { outlook } });
  flushSync();
  onTestFinished(() => void unmount(part));
  return { text: document.body.textContent.replace(/\s+/g, ' ') };
}

describe('DemandToCome', () => {
  it('says of each category how it changed, when it peaks and what it rests on', () => {
    const { text } = shown(
      outlookOf(
        category('Lamps', { yearFactor: 1.4, term: 'table lamp' }),
        category('Rugs', { yearFactor: 0.6 }),
        category('Mugs', { yearFactor: 1.05 }),
        category('Bags'),
      ),
    );
    expect(text).toContain('rising, +40%');
    expect(text).toContain('fading, −40%');
    expect(text).toContain('steady, +5%');
    expect(text).toContain('not known');
    expect(text).toContain('60 weeks of sales and searches for “table lamp”');
    expect(text).toContain('Seasons of the market data count 30% of their size');
    expect(text).not.toContain('NaN');
  });

  it('tells of lasting changes', () => {
    const shifts = [
      { day: MONDAY + 70, factor: 1.5 },
      { day: MONDAY + 210, factor: 0.5 },
    ];
    const { text } = shown(outlookOf(category('Lamps', { shifts })));
    expect(text).toContain('rose to 150% of what it was');
    expect(text).toContain('fell to 50% of what it was');
  });

  it('says that searches are not sales', () => {
    const { text } = shown({ ...outlookOf(category('Lamps', { term: 'lamp' })), isOwn: false });
    expect(text).toContain('not how much you sell');
    expect(text).not.toContain('weeks of sales');
  });
});
