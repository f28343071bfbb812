import { describe, expect, it } from 'vitest';
import {
  columnFactWords,
  columnUseWords,
  matchWords,
} from '#components/pages/data/import/column-words.ts';
import type { FieldMatch } from '#core/import/schema/field-match.ts';
import type { ColumnLack, DateLack } from '#core/import/schema/column-facts.ts';
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';

describe('columnFactWords', () => {
  it('gives the range of numbers, with their unit once', () => {
    const range = { low: 0.1, high: 3400.25, unit: 'kg' };
    expect(columnFactWords({ kind: 'numbers', filledShare: 0.9651, range, lack: null })).toBe(
      'Numbers: 0.1\u2060–\u20603,400.25\u00A0kg · 97% filled',
    );
  });

  it('gives the range of dates, and whether they are learnt', () => {
    const said = (lack: DateLack | null) => {
      const range = { first: 19_000, last: 19_400, lack };
      return columnFactWords({ kind: 'dates', filledShare: 0.97, range });
    };
    const [first, last] = ['8 January 2022', '12 February 2023'];
    const dates = m.forms_column_dates({ first, last, share: '97%' });
    expect(said(null)).toBe(m.forms_dates_learnt({ dates }));
    expect(said('afterwards')).toBe(m.forms_dates_afterwards({ dates }));
    expect(said('launch-date')).toBe(m.forms_dates_launch_date({ dates }));
    expect(said('calendar')).toBe(m.forms_dates_calendar({ dates }));
    expect(said('record')).toBe(m.forms_dates_record({ dates }));
  });

  it('counts the different values, and never rounds a share up to all rows', () => {
    const said = (valueCount: number, filledShare: number) =>
      columnFactWords({ kind: 'texts', valueCount, filledShare, lack: null });
    const values = (count: number, share: string) =>
      m.forms_column_values({ ...tally(count), share });
    expect(said(1200, 1)).toBe(values(1200, '100%'));
    expect(said(1, 0.9996)).toBe(values(1, '99%'));
  });

  it('says why a column is not proposed', () => {
    const said = (lack: ColumnLack) =>
      columnFactWords({ kind: 'texts', valueCount: 9, filledShare: 1, lack });
    const held = m.forms_column_values({ ...tally(9), share: '100%' });
    expect(said('notes')).toBe(m.forms_lack_notes({ held }));
    expect(said('buyers')).toBe(m.forms_lack_buyers({ held }));
    expect(said('reduction')).toBe(m.forms_lack_reduction({ held }));
    expect(said('code')).toBe(m.forms_lack_code({ held }));
    expect(said('afterwards')).toBe(m.forms_lack_afterwards({ held }));
    expect(said('seldom')).toBe(m.forms_lack_seldom({ held }));
    expect(said('many')).toBe(m.forms_lack_many({ held }));
  });

  it('tells a column that is the same everywhere, or empty', () => {
    const said = (text: string, share: number) => columnFactWords({ kind: 'same', text, share });
    expect(said('matt', 1)).toBe(m.forms_column_same_all());
    expect(said('', 1)).toBe(m.forms_column_empty_all());
    expect(said('4', 0.9996)).toBe(m.forms_column_same({ share: '99%' }));
    expect(said('', 0.981)).toBe(m.forms_column_empty({ share: '98%' }));
  });
});

it('says how sure a match is, and why', () => {
  const said = (confidence: FieldMatch['confidence'], reason: FieldMatch['reason']) =>
    matchWords({ header: 'Price', confidence, reason });
  expect(said('likely', 'same-name')).toBe(m.forms_match_contested());
  expect(said('likely', 'part-of-name')).toBe(m.forms_match_part_of_name());
  expect(said('sure', 'same-name')).toBe(m.forms_match_same_name());
});

it('names the columns that hold no field, the first few of many, and what becomes of them', () => {
  const none = { attributes: [], weekly: [], personal: [], unused: [] };
  expect(columnUseWords(none)).toBe('');
  const unused = Array.from({ length: 9 }, (_, i) => `c${i}`);
  expect(columnUseWords({ ...none, personal: ['Buyer'], unused })).toBe(
    'Left out as personal data: “Buyer”. Not used: “c0”, “c1”, “c2”, “c3”, “c4”, “c5” and 3 more. Tick one below to learn from it.',
  );
  const [attributes, weekly] = [['Glaze'], ['Units W1']];
  expect(columnUseWords({ ...none, attributes })).toBe(
    m.forms_columns_as_attributes({ names: '“Glaze”' }),
  );
  expect(columnUseWords({ ...none, weekly })).toBe(m.forms_columns_weekly({ names: '“Units W1”' }));
});
