import { m } from '#messages';

interface Entry {
  readonly term: string;
  readonly text: string;
  readonly example?: string;
}

const APPS = { first: 'Judge.me', second: 'Loox', third: 'Yotpo', fourth: 'Okendo' };

/** Returns which files of reviews, returns and questions are read, and what is not kept of them. */
export function reviewFilesExplained(): readonly Entry[] {
  return [
    { term: m.help_r_reviews(), text: m.help_r_reviews_text(APPS) },
    { term: m.help_r_returns(), text: m.help_r_returns_text() },
    { term: m.help_r_questions(), text: m.help_r_questions_text() },
    { term: m.help_r_add(), text: m.help_r_add_text({ page: m.pages_data() }) },
    { term: m.help_r_personal(), text: m.help_r_personal_text() },
  ];
}

/** Returns how complaints are counted, and when no number is shown. */
export function complaintsExplained(): readonly Entry[] {
  return [
    {
      ...{ term: m.help_r_share(), text: m.help_r_share_text() },
      example: m.help_r_share_example(),
    },
    { term: m.help_r_none(), text: m.help_r_none_text() },
    { term: m.help_r_quotes(), text: m.help_r_quotes_text() },
    { term: m.help_r_words(), text: m.help_r_words_text() },
  ];
}

/** Returns what the page offers to do about complaints and questions. */
export function remediesExplained(): readonly Entry[] {
  return [
    {
      ...{ term: m.help_r_fix(), text: m.help_r_fix_text() },
      example: m.help_r_fix_example(),
    },
    { term: m.help_r_ask(), text: m.help_r_ask_text() },
  ];
}

/** Returns how plans and reorders change with what buyers said. */
export function reviewsInPlansExplained(): readonly Entry[] {
  return [
    { term: m.help_r_rates(), text: m.help_r_rates_text() },
    { term: m.help_r_warning(), text: m.help_r_warning_text() },
    { term: m.help_r_reorder(), text: m.help_r_reorder_text({ page: m.pages_evidence() }) },
  ];
}
