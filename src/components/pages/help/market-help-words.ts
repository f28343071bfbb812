import { m } from '#messages';

interface Entry {
  readonly term: string;
  readonly text: string;
}

/** Returns which market data files are read, and how to add them. */
export function marketFilesExplained(): readonly Entry[] {
  return [
    { term: m.help_m_series(), text: m.help_m_series_text() },
    { term: m.help_m_others(), text: m.help_m_others_text() },
    { term: m.help_m_add(), text: m.help_m_add_text({ page: m.pages_data() }) },
  ];
}

/** Returns what the outlook for demand shows, and what it rests on. */
export function outlookExplained(): readonly Entry[] {
  return [
    { term: m.help_m_join(), text: m.help_m_join_text() },
    { term: m.help_m_shows(), text: m.help_m_shows_text() },
    { term: m.help_m_own(), text: m.help_m_own_text() },
  ];
}

/** Returns how plans follow the demand of a category, and what they still cannot tell. */
export function demandInPlansExplained(): readonly Entry[] {
  return [
    { term: m.help_m_train(), text: m.help_m_train_text() },
    { term: m.help_m_not(), text: m.help_m_not_text() },
  ];
}
