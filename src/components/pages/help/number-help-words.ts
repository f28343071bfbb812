import { m } from '#messages';

interface Entry {
  readonly term: string;
  readonly text: string;
  readonly example: string;
}

/** Returns explanations of the numbers of plans and calendars. */
export function planNumbers(): readonly Entry[] {
  return [
    entry(m.help_n_about, m.help_n_about_text, m.help_n_about_example),
    entry(m.help_n_range, m.help_n_range_text, m.help_n_range_example),
    entry(m.help_n_profit, m.help_n_profit_text, m.help_n_profit_example),
    entry(m.help_n_usual, m.help_n_usual_text, m.help_n_usual_example),
    entry(m.help_n_odds, m.help_n_odds_text, m.help_n_odds_example),
    entry(m.help_n_stock, m.help_n_stock_text, m.help_n_stock_example),
    entry(m.help_n_tried, m.help_n_tried_text, m.help_n_tried_example),
    entry(m.help_n_kind, m.help_n_kind_text, m.help_n_kind_example),
    entry(m.help_n_lean, m.help_n_lean_text, m.help_n_lean_example),
    entry(m.help_n_chosen, m.help_n_chosen_text, m.help_n_chosen_example),
    entry(m.help_n_gap, m.help_n_gap_text, m.help_n_gap_example),
  ];
}

/** Returns explanations of the numbers that show how far the others can be trusted. */
export function evidenceNumbers(): readonly Entry[] {
  return [
    entry(m.help_n_miss, m.help_n_miss_text, m.help_n_miss_example),
    entry(m.help_n_coverage, m.help_n_coverage_text, m.help_n_coverage_example),
    entry(m.help_n_better, m.help_n_better_text, m.help_n_better_example),
    entry(m.help_n_followed, m.help_n_followed_text, m.help_n_followed_example),
  ];
}

function entry(term: () => string, text: () => string, example: () => string): Entry {
  return { term: term(), text: text(), example: example() };
}
