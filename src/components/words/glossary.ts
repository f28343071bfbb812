import { m } from '#messages';

interface Entry {
  readonly term: string;
  readonly meaning: string;
}

/** Terms that Debut uses in its own sense, each explained once. */
const ENTRIES = {
  launch: () => ({ term: m.glossary_launch(), meaning: m.glossary_launch_meaning() }),
  horizon: () => ({ term: m.glossary_horizon(), meaning: m.glossary_horizon_meaning() }),
  expected: () => ({ term: m.glossary_expected(), meaning: m.glossary_expected_meaning() }),
  range: () => ({ term: m.glossary_range(), meaning: m.glossary_range_meaning() }),
  usual: () => ({ term: m.glossary_usual(), meaning: m.glossary_usual_meaning() }),
  stock: () => ({ term: m.glossary_stock(), meaning: m.glossary_stock_meaning() }),
  support: () => ({ term: m.glossary_support(), meaning: m.glossary_support_meaning() }),
  unseen: () => ({ term: m.glossary_unseen(), meaning: m.glossary_unseen_meaning() }),
  origins: () => ({ term: m.glossary_origins(), meaning: m.glossary_origins_meaning() }),
  miss: () => ({ term: m.glossary_miss(), meaning: m.glossary_miss_meaning() }),
  coverage: () => ({ term: m.glossary_coverage(), meaning: m.glossary_coverage_meaning() }),
  median: () => ({ term: m.glossary_median(), meaning: m.glossary_median_meaning() }),
  trees: () => ({ term: m.glossary_trees(), meaning: m.glossary_trees_meaning() }),
  ridge: () => ({ term: m.glossary_ridge(), meaning: m.glossary_ridge_meaning() }),
  process: () => ({ term: m.glossary_process(), meaning: m.glossary_process_meaning() }),
  analogues: () => ({ term: m.glossary_analogues(), meaning: m.glossary_analogues_meaning() }),
  net: () => ({ term: m.glossary_net(), meaning: m.glossary_net_meaning() }),
  seed: () => ({ term: m.glossary_seed(), meaning: m.glossary_seed_meaning() }),
  limit: () => ({ term: m.glossary_limit(), meaning: m.glossary_limit_meaning() }),
} as const satisfies Record<string, () => Entry>;

export type TermName = keyof typeof ENTRIES;

export const TERM_NAMES = Object.keys(ENTRIES) as readonly TermName[];

export function glossaryEntry(name: TermName): Entry {
  return ENTRIES[name]();
}
