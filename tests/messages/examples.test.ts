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
      '1,000 × 0.15 × 9 = 1,350',
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

  const quoted: readonly (readonly [article: string, part: string, keys: readonly string[]])[] = [
    ['help_r_add_text', 'data', ['data_view_reviews']],
    ['help_r_add_text', 'reviews', ['reviews_files']],
    [
      'help_r_quotes_text',
      'reviews',
      [
        ...['reviews_aspect_choice', 'reviews_quote_whole', 'reviews_group_by'],
        ...['reviews_change_title'],
      ],
    ],
    [
      'help_r_words_text',
      'reviews',
      [
        ...['reviews_words_add', 'reviews_words_put_back', 'reviews_topics_title'],
        ...['reviews_topics_take'],
      ],
    ],
    ['help_r_fix', 'reviews', ['reviews_fix_title']],
    ['help_r_ask', 'reviews', ['reviews_asked_title']],
    ['help_r_ask_text', 'reviews', ['reviews_asked_copy']],
    ['help_r_warning', 'reviews', ['reviews_plan_section']],
    ['help_m_add_text', 'data', ['data_view_market']],
    ['help_m_join_text', 'outlook', ['outlook_terms_title', 'outlook_term_none']],
    ['help_m_shows_text', 'outlook', ['outlook_choose']],
    ['help_r_reorder_text', 'reorder', ['reorder_title', 'reorder_returned', 'reorder_reviews']],
  ];

  it.each(quoted)('quotes in %s what stands on the pages (%s)', (article, part, keys) => {
    const text = partOf(locale, 'help')[article];
    const words = partOf(locale, part);
    for (const key of keys) expect(text).toContain(`“${words[key]}”`);
  });
});
