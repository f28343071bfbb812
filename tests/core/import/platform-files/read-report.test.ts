import { describe, expect, it } from 'vitest';
import { readReport } from '#core/import/platform-files/read-report.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { recognisedAs, textRows } from '../../../support/export-rows.ts';
import { columnTexts } from '../../../support/order-lines.ts';

const march = (day: number) => dayFromCalendar(2024, 3, day);

describe('readReport', () => {
  it('reads what was spent when on which campaign, without the row of totals', () => {
    const found = recognisedAs('ads', {
      ...{ campaign: 'Campaign name', adSet: 'Ad set name', from: 'Starts', until: 'Ends' },
      ...{ spend: 'Spent (RON)', impressions: 'Impressions' },
    });
    const rows = textRows({
      'Campaign name': ['', 'Spring', 'Mugs'],
      'Ad set name': ['', 'Broad', ''],
      Starts: ['2024-03-01', '2024-03-01', '2024-03-10'],
      Ends: ['2024-03-31', '2024-03-31', ''],
      'Spent (RON)': ['1,250.50', '1,200.50', '50'],
      Impressions: ['12,131', '12,000', '131'],
    });
    const ads = readReport(rows, found);
    expect([ads.kind, ads.rowCount]).toEqual(['ads', 2]);
    expect(columnTexts(ads.words)).toEqual(['Spring / Broad', 'Mugs']);
    expect(ads.ids.map(columnTexts)).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect([...ads.from]).toEqual([march(1), march(10)]);
    expect([...ads.until]).toEqual([march(31), march(10)]);
    expect([...ads.spend]).toEqual([1200.5, 50]);
    // What ads alone were seen is no funnel beside the orders of all buyers.
    expect([...ads.impressions]).toEqual([NaN, NaN]);
  });

  it('takes the product’s title for its words where a report of ads has one', () => {
    const found = recognisedAs('ads', {
      ...{
        campaign: '计划名称',
        productId: '主体ID',
        title: '主体名称',
        from: '日期',
        spend: '花费',
      },
    });
    const rows = textRows({
      ...{ 计划名称: ['春季', '春季'], 主体ID: ['="7001"', ''], 主体名称: ['蓝色马克杯', ''] },
      ...{ 日期: ['2024-03-02', '2024-03-03'], 花费: ['12.5', '3'] },
    });
    const ads = readReport(rows, found);
    expect(columnTexts(ads.words)).toEqual(['蓝色马克杯', '春季']);
    expect(columnTexts(ads.ids[1]!)).toEqual(['7001', '']);
  });

  it('is about the days that stand above it where a row does not say any', () => {
    const found = recognisedAs('ads', { campaign: 'Ad', from: 'Day', spend: 'Cost' });
    const rows = textRows({ Ad: ['a', 'b'], Day: ['', '2024-03-09'], Cost: ['5', '6'] });
    const ads = readReport(rows, found, { from: march(1), until: march(31) });
    expect([[...ads.from], [...ads.until]]).toEqual([
      [march(1), march(9)],
      [march(31), march(9)],
    ]);
  });

  it('reads visits whose days the report does not say', () => {
    const found = recognisedAs('traffic', {
      ...{ parentId: 'Eltern', productId: 'Kind', title: 'Titel', impressions: 'Sitzungen' },
    });
    const rows = textRows({
      ...{ Eltern: ['P1', 'P1', ''], Kind: ['C1', 'C2', ''] },
      ...{ Titel: ['Kaffeebecher, 350 ml', '', ''], Sitzungen: ['1,234', '2', '1,236'] },
    });
    const traffic = readReport(rows, found);
    expect(traffic.ids.map(columnTexts)).toEqual([
      ['', ''],
      ['C1', 'C2'],
      ['P1', 'P1'],
    ]);
    expect([...traffic.impressions]).toEqual([1234, 2]);
    expect([...traffic.clicks, ...traffic.from, ...traffic.spend]).toEqual(new Array(6).fill(NaN));
  });
});
