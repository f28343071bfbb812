import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { oneSpelling } from '#core/import/derivation/one-spelling.ts';
import { columnTexts } from '../../../support/order-lines.ts';

const spelled = (names: readonly string[]) => columnTexts(oneSpelling(codedColumn(names)));

describe('oneSpelling', () => {
  it('is the one that most rows have, whatever the case and spaces', () => {
    expect(spelled(['mug  blue', 'Mug Blue', ' Mug Blue', 'Mug Blue', 'Tee'])).toEqual([
      ...['Mug Blue', 'Mug Blue', 'Mug Blue', 'Mug Blue', 'Tee'],
    ]);
    expect(spelled(['mug', 'MUG', 'mug'])).toEqual(['mug', 'mug', 'mug']);
  });

  it('is the first by name of those that as many rows have, whatever their order', () => {
    expect(spelled(['mug', 'Mug'])).toEqual(['Mug', 'Mug']);
    expect(spelled(['Mug', 'mug'])).toEqual(['Mug', 'Mug']);
  });

  it('keeps names apart that differ otherwise', () => {
    expect(spelled(['Mug', 'Mugs', 'Mug 2', ''])).toEqual(['Mug', 'Mugs', 'Mug 2', '']);
  });
});
