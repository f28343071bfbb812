import { expect, it } from 'vitest';
import { readAds } from '#core/exports/read-ads.ts';
import { dayFromCalendar } from '#core/dates.ts';
import { recognisedAs, textRows } from '../../support/export-rows.ts';
import { columnTexts } from '../../support/order-lines.ts';

it('reads what was spent when on which campaign, without the row of totals', () => {
  const found = recognisedAs('ads', {
    ...{ campaign: 'Campaign name', adSet: 'Ad set name', from: 'Starts', until: 'Ends' },
    ...{ spend: 'Spent (RON)', impressions: 'Impressions', clicks: 'Clicks' },
  });
  const rows = textRows({
    'Campaign name': ['', 'Spring', 'Mugs'],
    'Ad set name': ['', 'Broad', ''],
    Starts: ['2024-03-01', '2024-03-01', '2024-03-10'],
    Ends: ['2024-03-31', '2024-03-31', ''],
    'Spent (RON)': ['1,250.50', '1,200.50', '50'],
    Impressions: ['12,131', '12,000', '131'],
    Clicks: ['90', '88', '2'],
  });
  const ads = readAds(rows, found);
  expect(ads.rowCount).toBe(2);
  expect(columnTexts(ads.campaign)).toEqual(['Spring', 'Mugs']);
  expect(columnTexts(ads.adSet)).toEqual(['Broad', '']);
  expect([...ads.from]).toEqual([dayFromCalendar(2024, 3, 1), dayFromCalendar(2024, 3, 10)]);
  expect([...ads.until]).toEqual([dayFromCalendar(2024, 3, 31), dayFromCalendar(2024, 3, 10)]);
  expect([...ads.spend]).toEqual([1200.5, 50]);
  expect([...ads.impressions]).toEqual([12_000, 131]);
  expect([...ads.clicks]).toEqual([88, 2]);
});
