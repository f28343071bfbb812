import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { readResultRows } from '#core/ledger/results/read-result-rows.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { textRows } from '../../../support/text-rows.ts';

const HEADERS = ['id', 'title', 'day', 'units', 'revenue', 'channel'];
const fields = {
  ...{ productId: 'id', title: 'title', launchDate: 'day', units: 'units' },
  ...{ revenue: 'revenue', channel: 'channel' },
};

function read(records: string[][], change: Partial<Parameters<typeof readResultRows>[1]> = {}) {
  const log = new IssueLog();
  const money = { currencies: null, currencyRates: {} };
  const reading = { fields, money, dateOrder: null, log, ...change };
  return { ...readResultRows(textRows(HEADERS, records), reading), issues: log.issues() };
}

describe('readResultRows', () => {
  it('reads what a row says, and nothing where it is silent', () => {
    const { rows, refused } = read([['P-1', 'Mug', '2026-03-09', '1,204', '€9,500.50', 'Etsy']]);
    expect(refused).toEqual([]);
    expect(rows).toMatchObject([{ rowNumber: 2, productId: 'P-1', title: 'Mug' }]);
    expect(rows[0]?.facts).toMatchObject({
      ...{ units: 1204, revenue: 9500.5, launchDay: dayFromCalendar(2026, 3, 9), channel: 'Etsy' },
      ...{ adSpend: null, clicks: null, promotion: null },
    });
  });

  it('refuses a row for what is wrong with its units or its name, and loses none', () => {
    const { rows, refused } = read([
      ['P-1', 'Mug', '', '-3'],
      ['P-2', 'Cup', '', 'many'],
      ['P-3', 'Jug', '', ''],
      ['', '', '', '7'],
      ['P-5', 'Pot', '', '0'],
    ]);
    expect(refused.map(({ rowNumber, problem, cell }) => [rowNumber, problem, cell])).toEqual([
      [2, 'negative-units', '-3'],
      [3, 'unreadable-units', 'many'],
      [4, 'no-units', ''],
      [5, 'nameless', ''],
    ]);
    expect(rows.map(({ facts }) => facts.units)).toEqual([0]);
  });

  it('takes a row whose day cannot be read, and says so', () => {
    const { rows, issues } = read([['P-1', 'Mug', 'soon', '4']]);
    expect(rows[0]?.facts.launchDay).toBeNull();
    expect(issues).toMatchObject([{ kind: 'unreadable-date', rows: [2], samples: ['soon'] }]);
  });

  it('takes orders for units where the file counts only those', () => {
    const { units, ...without } = fields;
    const { rows } = read([['P-1', 'Mug', '', '8']], { fields: { ...without, orders: units } });
    expect(rows[0]?.facts).toMatchObject({ units: 8, orders: 8 });
  });

  it('reads days as the history writes them', () => {
    const dayOf = (dateOrder: 'day-first' | 'month-first') =>
      read([['P-1', 'Mug', '03/04/2026', '8']], { dateOrder }).rows[0]?.facts.launchDay;
    expect(dayOf('day-first')).toBe(dayFromCalendar(2026, 4, 3));
    expect(dayOf('month-first')).toBe(dayFromCalendar(2026, 3, 4));
  });
});
