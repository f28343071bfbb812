// Suggests texts for empty cells from launches whose cell is known. Only clear suggestions are made: one that is often
// wrong costs more time than it saves. Ad spend follows no rule in the table, so it is never guessed.

import { launchPromotion, type PromotionWords } from '../derivation/launch-promotion.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { median } from '#core/base/statistics/statistics.ts';
import { categoryByMeaning } from './category-by-meaning.ts';
import { LevelVotes, levelByWords, teachingRows } from './level-votes.ts';

/** Suggestions for one launch. '' and NaN mean that none is clear, or that the cell is known. */
export interface LaunchSuggestions {
  readonly channel: string;
  readonly promotion: string;
  /** Money per unit. */
  readonly unitCost: number;
  readonly category: string;
}

/** Returns a function that suggests texts for a launch, by its row in the table. */
export function suggestFillIns(
  table: LaunchTable,
  promotionWords: PromotionWords,
): (row: number) => LaunchSuggestions {
  const { brand, category } = table;
  const channelOf = levelSuggester(table, table.channel, [brand, category]);
  const categoryOf = levelSuggester(table, category, [brand], categoryByMeaning(table));
  const costOf = costSuggester(table);
  return (row) => ({
    channel: table.channel[row] === '' ? channelOf(row) : '',
    promotion: launchPromotion(
      { paid: table.salePrice[row]!, usualPrice: table.listPrice[row]!, couponShare: 0 },
      promotionWords,
    ),
    unitCost: Number.isNaN(table.unitCost[row]!) ? costOf(row) : NaN,
    category: category[row] === '' ? categoryOf(row) : '',
  });
}

/**
 * Suggests the commonest level among comparable launches: those of the same brand, of the same category, or sharing a
 * title word, in this order. If words point to different levels, nothing is suggested. byMeaning, if given, replaces
 * the words; it returns null if it cannot decide.
 */
function levelSuggester(
  { title }: Pick<LaunchTable, 'title'>,
  levels: readonly string[],
  groups: readonly (readonly string[])[],
  byMeaning: (row: number) => string | null = () => null,
): (row: number) => string {
  const byGroup = groups.map((column) => ({ column, votes: new LevelVotes() }));
  const byWords = levelByWords(title, levels);
  for (const row of teachingRows(levels.length))
    if (levels[row] !== '')
      for (const { column, votes } of byGroup) votes.add(column[row]!, levels[row]!);
  return (row) => {
    for (const { column, votes } of byGroup) {
      const level = votes.clearLevel(column[row]!);
      if (level !== '') return level;
    }
    return byMeaning(row) ?? byWords(title[row]!);
  };
}

/** Least number of known costs that show what a category costs. */
const LEAST_COSTS = 5;

/** Suggests the list price times the category's median ratio of unit cost to list price. */
function costSuggester({ category, listPrice, unitCost }: LaunchTable): (row: number) => number {
  const shares = new Map<string, number[]>();
  category.forEach((name, row) => {
    const share = unitCost[row]! / listPrice[row]!;
    if (name === '' || !Number.isFinite(share)) return;
    const known = shares.get(name);
    if (known) known.push(share);
    else shares.set(name, [share]);
  });
  const usual = new Map<string, number>();
  for (const [name, known] of shares)
    if (known.length >= LEAST_COSTS) usual.set(name, median(known));
  return (row) => (usual.get(category[row]!) ?? NaN) * listPrice[row]!;
}
