import { describe, expect, it } from 'vitest';
import { dayFromCalendar, isoDate, monthOf, monthStart } from '#core/base/dates.ts';
import { seededRandom } from '#core/base/random.ts';
import { dateColumns } from '#core/import/schema/date-attributes.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';

const ROWS = 90;
const FIRST = dayFromCalendar(2022, 1, 3);
const random = seededRandom(11);
const launches = Array.from({ length: ROWS }, (_, i) => FIRST + 8 * i);
const units = launches.map(() => String(Math.ceil(40 * random())));
/** Dates some days before each launch. */
const before = (of: (i: number) => number) => launches.map((day, i) => isoDate(day - of(i)));
const lead = () => before(() => Math.floor(20 + 100 * random()));
const later = () => before(() => -Math.floor(5 + 60 * random()));

const isoLaunches: readonly string[] = before(() => 0);

type Columns = Readonly<Record<string, readonly string[]>>;

function tableOf(columns: Columns, launched = isoLaunches) {
  const all: Columns = { ...columns, launched, units };
  return {
    headers: Object.keys(all),
    rows: launches.map((_, row) => Object.values(all).map((cells) => cells[row]!)),
  };
}

/** Returns the lack of each column that holds dates. */
function lacks(columns: Columns, launched = isoLaunches, launchDate = 'launched') {
  const dated = { launchDate, units: 'units' };
  const found = dateColumns(Object.keys(columns), dated, tableOf(columns, launched));
  return Object.fromEntries([...found].map(([header, { lack }]) => [header, lack]));
}

describe('dateColumns', () => {
  it('finds nothing wrong with dates before the launch, or planned beyond it', () => {
    const columns = {
      ...{ 'Designed on': lead(), announced: lead(), 'Supplier order date': lead(), 打样: lead() },
      ...{ 'sample received': lead().map((date, i) => (i % 5 ? date : '')), listed_since: lead() },
      ...{ 'Best before': later(), Aktionsende: later(), 活动日期: later() },
    };
    expect(lacks(columns)).toEqual(
      Object.fromEntries(Object.keys(columns).map((header) => [header, null])),
    );
  });

  it('leaves out what is known only after the launch, in three languages', () => {
    const columns = {
      ...{ Delivered: later(), 'Last sold': lead(), first_review: lead(), 'Sold out': later() },
      ...{ 'Letzter Verkauf': lead(), Ausgeliefert: later(), 最近售出: lead(), 签收时间: later() },
      told: before((i) => 3 * Number(units[i]) + (i % 2)),
    };
    expect(new Set(Object.values(lacks(columns)))).toEqual(new Set(['afterwards']));
    expect(Object.keys(lacks(columns))).toEqual(Object.keys(columns));
  });

  it('proposes dates before every launch that tell much of its units', () => {
    const told = before((i) => 20 + 3 * Number(units[i]) + Math.floor(60 * random()));
    const after = before((i) => 3 * Number(units[i]) + Math.floor(60 * random()) - 25);
    expect(lacks({ told, after })).toEqual({ told: null, after: 'afterwards' });
  });

  it('compares with launch dates that are written as numbers', () => {
    const columns = { designed: lead(), start: before(() => 0), shipped: later() };
    const compact = isoLaunches.map((date) => date.replaceAll('-', ''));
    const serial = launches.map((day) => String(day + 25_569));
    for (const launched of [compact, serial])
      expect(lacks(columns, launched)).toEqual({
        ...{ designed: null, start: 'launch-date', shipped: 'afterwards' },
      });
  });

  it('judges by the name alone where no launch date is known', () => {
    const columns = { made: lead(), updated_at: lead(), last_sold: lead() };
    const lacking = { made: null, updated_at: 'record', last_sold: 'afterwards' };
    expect(
      lacks(
        columns,
        units.map(() => 'soon'),
      ),
    ).toEqual(lacking);
    expect(lacks(columns, isoLaunches, '')).toEqual(lacking);
  });

  it('leaves out dates of the record', () => {
    const columns = {
      updated_at: lead(),
      Erstellt: lead(),
      导出时间: lead(),
      'Created At': lead(),
    };
    expect(new Set(Object.values(lacks(columns)))).toEqual(new Set(['record']));
  });

  it('leaves out the launch date, and what follows from it', () => {
    const columns = {
      start: before((i) => (i % 20 === 0 ? 7 : 0)),
      'time zone': before((i) => i % 2),
      fixed: launches.map((_, i) => isoDate(FIRST - (i % 3))),
      collection: launches.map((day) => isoDate(monthStart(day, -((monthOf(day) + 5) % 6)))),
      'year start': launches.map((day) => `${isoDate(day).slice(0, 4)}-01-01`),
    };
    expect(lacks(columns)).toEqual({
      ...{ start: 'launch-date', 'time zone': 'launch-date', fixed: 'calendar' },
      ...{ collection: 'calendar', 'year start': 'calendar' },
    });
  });

  it('finds no dates in columns that are the same nearly everywhere, in lists or numbers', () => {
    expect(
      lacks({
        same: launches.map(() => '2024-01-05'),
        listed: lead().map((date) => `${date}, ${date}`),
        number: lead().map((date) => date.replaceAll('-', '')),
      }),
    ).toEqual({});
  });

  it('reads days and months in the order of the launch dates where only these show it', () => {
    const headers = ['made', 'launched'];
    const rows = [
      ['03/04/2024', '05/31/2024'],
      ['04/05/2024', '06/30/2024'],
    ];
    const dated = { launchDate: 'launched', units: undefined };
    expect(dateColumns(['made'], dated, { headers, rows }).get('made')).toMatchObject({
      ...{ first: dayFromCalendar(2024, 3, 4), last: dayFromCalendar(2024, 4, 5) },
    });
  });

  it('gives the first and the last date', () => {
    const columns = { made: ['2021-03-01', '', ...lead().slice(2)] };
    const dated = { launchDate: undefined, units: undefined };
    expect(dateColumns(['made'], dated, tableOf(columns)).get('made')).toMatchObject({
      first: dayFromCalendar(2021, 3, 1),
      lack: null,
    });
  });
});

describe('matchHeaders', () => {
  it('adds dates to the attributes, after texts and numbers, where there is a launch date', () => {
    const columns = {
      ...{ 'designed on': lead(), colour: units.map((_, i) => (i % 2 ? 'red' : 'blue')) },
      ...{ weight_g: units.map((_, i) => String(100 + ((i * 37) % 90))), delivered: later() },
    };
    const { headers, rows } = tableOf(columns);
    const { attributes, dates, fields } = matchHeaders(
      headers.map((header) => (header === 'launched' ? 'launch date' : header)),
      rows,
    );
    expect(fields).toMatchObject({ launchDate: 'launch date', units: 'units' });
    expect(attributes).toEqual(['colour', 'weight_g', 'designed on']);
    expect([...dates].map(([header, { lack }]) => [header, lack])).toEqual([
      ['designed on', null],
      ['delivered', 'afterwards'],
    ]);
  });
});
