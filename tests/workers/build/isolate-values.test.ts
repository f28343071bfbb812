import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { m } from '#messages';

const COMPILED = new URL('../../../.svelte-kit/messages/messages/', import.meta.url);
const title = (column: string, locale: 'en' | 'zh' = 'en') =>
  m.feedback_issue_duplicate_header_title({ column }, { locale });

describe('a value in a text', () => {
  it('stays as it is where nothing in it runs from right to left', () => {
    for (const column of ['price', '价格', '“é”', '12', '<b>', '👩‍👧'])
      expect(title(column)).toBe(`${column} appears twice in the header`);
  });

  it.each([
    ['שלום (5)', '\u2067'],
    ['“مرحبا”', '\u2067'],
    ['Mug שלום', '\u2066'],
  ])('keeps %s from turning the words around it', (column, mark) => {
    expect(title(column)).toBe(`${mark}${column}\u2069 appears twice in the header`);
    expect(title(column, 'zh')).toBe(`${mark}${column}\u2069在表头里出现了两次`);
  });

  it('is isolated once, in a sentence within a sentence too', () => {
    const inner = m.feedback_where_sample({ sample: 'שלום' }, { locale: 'en' });
    const outer = m.feedback_issue_total_row_advice({ where: inner }, { locale: 'en' });
    expect(outer.match(/[\u2066-\u2068]/g)).toHaveLength(1);
    expect(outer.startsWith(inner)).toBe(true);
  });

  it('is isolated in every text that has values', () => {
    for (const name of readdirSync(COMPILED)) {
      const code = readFileSync(new URL(name, COMPILED), 'utf8');
      const values = code.match(/\$\{[^}]*\}/g) ?? [];
      for (const value of values) expect(value, name).toMatch(/^\$\{isolated\(i\?\.\w+\)\}$/);
    }
  });
});
