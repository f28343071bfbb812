import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import {
  mostlyAfterLaunch,
  namesPlannedDate,
  namesResultDate,
} from '#core/import/schema/after-launch.ts';

const RESULTS = [
  ...['Last sold', 'first_review', 'First sale', 'Date of last order', 'Delisted on', 'Sold out'],
  ...[
    'Letzte Bestellung',
    'Erste Bestellung',
    'Ausverkauft am',
    '最近售出',
    '首单日期',
    '下架时间',
  ],
];
const PLANNED = [
  ...['Best before', 'Sale end', 'event_date', 'Season start', 'Expiry', 'Valid until'],
  ...['Haltbar bis', 'MHD', 'Aktionsende', 'Messe', '保质期至', '活动日期', '预计到货'],
];
const NEITHER = ['Designed on', 'Announced', 'Sample received', 'Listed since', '打样日期'];

describe('names of dates', () => {
  it.each(RESULTS)('%s comes with sales', (header) => {
    expect([namesResultDate(header), namesPlannedDate(header)]).toEqual([true, false]);
  });
  it.each(PLANNED)('%s is planned', (header) => {
    expect([namesResultDate(header), namesPlannedDate(header)]).toEqual([false, true]);
  });
  it.each(NEITHER)('%s is neither', (header) => {
    expect([namesResultDate(header), namesPlannedDate(header)]).toEqual([false, false]);
  });
});

describe('mostlyAfterLaunch', () => {
  const days = (...counts: readonly number[]) =>
    codedColumn(counts.map((count) => `${count} days before launch`));

  it('is true where more than half of the dates lie after the launch', () => {
    expect(mostlyAfterLaunch('Delivered', days(-3, -20, -20, 5))).toBe(true);
    expect(mostlyAfterLaunch('Delivered', days(-3, 20, 20, -5))).toBe(false);
    // The next day can be the launch day in another time zone.
    expect(mostlyAfterLaunch('Delivered', days(-1, -1, -1))).toBe(false);
  });

  it('is false of what is planned, and of other numbers', () => {
    expect(mostlyAfterLaunch('Best before', days(-90, -200))).toBe(false);
    expect(mostlyAfterLaunch('Delivered', codedColumn(['-3', '-20']))).toBe(false);
  });
});
