import { expect, it } from 'vitest';
import { kindWords } from '#components/pages/data/import/kind-words.ts';
import { m } from '#messages';

it('says what a file seems to be, and what to fetch instead', () => {
  expect(kindWords('shop-report')).toEqual({
    title: 'This looks like a report of a whole shop',
    advice: m.kind_shop_report_advice(),
  });
  expect(kindWords('other')).toEqual({
    title: m.kind_other(),
    advice: m.kind_other_advice(),
  });
});

it('asks for names where no row names the columns, whatever the values look like', () => {
  expect(kindWords('till', false)).toEqual({
    title: 'No row of the file names its columns',
    advice: m.kind_no_header_advice(),
  });
});
