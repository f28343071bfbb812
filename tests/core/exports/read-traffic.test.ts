import { expect, it } from 'vitest';
import { readTraffic } from '#core/exports/read-traffic.ts';
import { recognisedAs, textRows } from '../../support/export-rows.ts';
import { columnTexts } from '../../support/order-lines.ts';

it('reads counts and money that a German report writes each in its own way', () => {
  const found = recognisedAs('traffic', {
    ...{ parentId: 'Eltern', productId: 'Kind', title: 'Titel', impressions: 'Sitzungen' },
    ...{ units: 'Einheiten', revenue: 'Umsatz' },
  });
  const rows = textRows({
    Eltern: ['P1', 'P1'],
    Kind: ['C1', 'C2'],
    Titel: ['Kaffeebecher, 350 ml', ''],
    Sitzungen: ['1,234', '2'],
    Einheiten: ['87', '0'],
    Umsatz: ['5.255,61 €', '0,00 €'],
  });
  const traffic = readTraffic(rows, found);
  expect(traffic.rowCount).toBe(2);
  expect(columnTexts(traffic.productId)).toEqual(['C1', 'C2']);
  expect([...traffic.impressions]).toEqual([1234, 2]);
  expect([...traffic.clicks]).toEqual([NaN, NaN]);
  expect([...traffic.units]).toEqual([87, 0]);
  expect([...traffic.revenue]).toEqual([5255.61, 0]);
  expect([...traffic.from]).toEqual([NaN, NaN]);
});
