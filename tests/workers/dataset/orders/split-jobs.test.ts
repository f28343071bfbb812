import { describe, expect, it } from 'vitest';
import { dayFromCalendar, isoDate } from '#core/base/dates.ts';
import { drawSplit } from '#workers/dataset/orders/draw-split.ts';
import { readSplit } from '#workers/dataset/orders/read-split.ts';
import { csvFile, jobFor } from '../../../support/csv-file.ts';
import { sampleSplitTest } from '../../../support/split-test.ts';

const START = dayFromCalendar(2026, 3, 1);
const HEADERS = 'Order ID,Order date,Product name,Quantity,Unit price,Customer email';
const BUYERS = Array.from({ length: 400 }, (_, i) => `buyer${i}@example.com`);

const test = sampleSplitTest({
  design: { usualShare: 0.1, uplift: 0.1, heldOutShare: 0.5, looks: 1 },
  ...{ startDay: START, readings: [] },
});

/** One order each before the start day, and after it one of each of these buyers. */
function orders(returning: readonly string[], lastDay = START + 27): File {
  const row = (buyer: string, day: number, i: number) =>
    `${day}-${i},${isoDate(day)},Mug,1,10,${buyer}`;
  const before = BUYERS.map((buyer, i) => row(buyer, START - 30, i));
  const after = returning.map((buyer, i) => row(buyer, START + 5, i));
  const last = row('new@example.com', lastDay, 0);
  return csvFile([HEADERS, ...before, ...after, last].join('\n'), 'orders.csv');
}

async function listed(): Promise<string[][]> {
  const { csv } = await drawSplit({ test, files: [orders([])], timeZone: null }, jobFor());
  const rows = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  expect(rows[0]).toEqual(['Customer email', 'group']);
  return rows.slice(1);
}

describe('a split test, from files', () => {
  it('lists every past buyer once, about half of them held out', async () => {
    const rows = await listed();
    expect(rows.map(([key]) => key).toSorted()).toEqual([...BUYERS].toSorted());
    const held = rows.filter(([, group]) => group === 'hold out').length;
    expect(held).toBeGreaterThan(160);
    expect(held).toBeLessThan(240);
  });

  it('finds the arms again in later orders, and counts who came back', async () => {
    const rows = await listed();
    const sent = rows.filter(([, group]) => group === 'send').map(([key]) => key!);
    const held = rows.filter(([, group]) => group === 'hold out').map(([key]) => key!);
    const later = orders([...sent.slice(0, 60), ...held.slice(0, 20)]);
    const request = { test, look: 1, files: [later], timeZone: null };
    const reading = await readSplit(request, jobFor());
    expect(reading).toMatchObject({
      look: 1,
      all: {
        sent: { buyers: sent.length, ordered: 60, sales: 600 },
        heldOut: { buyers: held.length, ordered: 20, sales: 200 },
      },
    });
  });

  it('reads a table of results with a row a buyer', async () => {
    const rows = BUYERS.map(
      (_, i) => `${i % 2 ? 'sent' : 'control'},${i % 5 === 0 ? 1 : 0},"1.200,5"`,
    );
    const table = csvFile(['Group,Orders,Sales', ...rows].join('\n'), 'results.csv');
    const request = { test, look: 1, files: [table], timeZone: null };
    expect(await readSplit(request, jobFor())).toMatchObject({
      all: { sent: { buyers: 200, ordered: 40, sales: 240_100 }, heldOut: { buyers: 200 } },
    });
  });

  it('refuses orders that end before the day of the look', async () => {
    const early = orders(BUYERS.slice(0, 80), START + 20);
    const request = { test, look: 1, files: [early], timeZone: null };
    expect(await readSplit(request, jobFor())).toBe('ends-early');
  });

  it('refuses orders that do not name the product, and finds it by its title', async () => {
    const ask = (title: string) => {
      const ofProduct = { ...test, title, productIds: ['new-1'] };
      const files = [orders(BUYERS.slice(0, 80))];
      return readSplit({ test: ofProduct, look: 1, files, timeZone: null }, jobFor());
    };
    expect(await ask('Tray')).toBe('not-sold');
    expect(await ask('MUG ')).toMatchObject({ look: 1 });
  });

  it('reads orders beside another file, whichever is first', async () => {
    const note = csvFile('Note\nOur shop', 'note.csv');
    const files = [note, orders(BUYERS.slice(0, 80))];
    expect(await readSplit({ test, look: 1, files, timeZone: null }, jobFor())).toMatchObject({
      look: 1,
    });
  });

  it('says why a table tells nothing', async () => {
    const table = csvFile('Name,Orders\nAnn,1\nBob,0', 'results.csv');
    const request = { test, look: 1, files: [table], timeZone: null };
    expect(await readSplit(request, jobFor())).toBe('no-arms');
  });
});
