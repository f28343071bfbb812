import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sumsIn, valueOf } from '../support/arithmetic.ts';

const folder = join(import.meta.dirname, '../../src/messages');

function partOf(locale: string, part: string): Readonly<Record<string, string>> {
  const file = readFileSync(join(folder, locale, `${part}.json`), 'utf8');
  return JSON.parse(file) as Record<string, string>;
}

describe.each(['en', 'zh'])('the examples of the help (%s)', (locale) => {
  const sums = Object.values(partOf(locale, 'help')).flatMap(sumsIn);

  it('hold the sums that were written', () => {
    const written = sums.map(({ text }) => text.replaceAll('−', '-'));
    expect(written).toEqual([
      '90 × (20 - 3 - 8) = 810',
      '810 - 24 - 50 = 736',
      '9 / (9 + 3) = 0.75',
      '20 + 10 + 20 = 50',
      '1 / 0.7 = 1.4',
    ]);
  });

  it('add up', () => {
    for (const { text, left, right, tolerance } of sums)
      expect(Math.abs(valueOf(left) - right), text).toBeLessThan(tolerance);
  });
});

describe.each(['en', 'zh'])('the help (%s)', (locale) => {
  it('calls buttons what they are called on their pages', () => {
    const help = partOf(locale, 'help');
    const pages = partOf(locale, 'pages');
    expect(help.help_button_train).toBe(pages.pages_train);
    expect(help.help_button_plan).toBe(pages.pages_make_plans);
    expect(help.help_button_season).toBe(partOf(locale, 'season').season_solve_again);
    expect(help.help_button_adopt).toBe(partOf(locale, 'ledger').ledger_adopt);
  });
});
