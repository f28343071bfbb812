// What launches near each other take from each other, in words.

import type { SameWeekPair } from '#core/season/calendar/same-week-pairs.ts';
import type { Competition } from '#core/season/offers/competition.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { listed } from '#components/words/lists.ts';
import { formatPercent, formatUnits } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import type { TitleOf } from './season-sentence-words.ts';

/** Most pairs without an effect that are named; more are counted. */
const MOST_NAMED = 6;

interface Asked {
  readonly competition: Competition;
  readonly titleOf: TitleOf;
}

/** Returns a line for each pair that may take a unit from each other, and a last one for the others. */
export function pairGroups(pairs: readonly SameWeekPair[], asked: Asked): string[] {
  const hasEffect = ({ kind, lost }: SameWeekPair) => kind !== 'unlike' && lost.high80 >= 1;
  const apart = pairs.filter((pair) => !hasEffect(pair));
  const lines = pairs.filter(hasEffect).map((pair) => effectWords(pair, asked));
  if (apart.length === 0) return lines;
  const names = apart.map((pair) => m.season_shared_pair(namesOf(pair, asked)));
  const said =
    apart.length > MOST_NAMED
      ? m.season_shared_apart_many(tally(apart.length))
      : m.season_shared_apart({ pairs: listed(names) });
  return [...lines, said];
}

function namesOf({ one, other }: SameWeekPair, { titleOf }: Asked) {
  return { one: titleOf(one), other: titleOf(other) };
}

function effectWords(pair: SameWeekPair, asked: Asked): string {
  const { kind, lost } = pair;
  const names = namesOf(pair, asked);
  const most = { ...names, units: formatUnits(lost.high80) };
  if (kind === 'nearer') return m.season_shared_nearer(most);
  // The estimate is 0 where history shows no loss, or gains by chance.
  if (lost.expected === 0) return m.season_shared_none(most);
  if (lost.expected < 1) return m.season_shared_little(names);
  const words = {
    ...names,
    units: formatUnits(lost.expected),
    range: formatRange(lost.low80, lost.high80, formatUnits),
  };
  return asked.competition.isLearnt ? m.season_shared_takes(words) : m.season_shared_assumed(words);
}

/** Share that a launch loses to an identical one in the same week: half of what both lose, in log units. */
const shareOf = (both: number) => 1 - Math.exp(-both / 2);

/** Says what an estimate of cannibalisation rests on: the history, or an assumption, and why. */
export function competitionWords(competition: Competition): string {
  const { later, earlier, low80, high80, pairCount, isLearnt } = competition;
  const [share, most] = [shareOf(later + earlier), shareOf(high80)].map(formatPercent);
  if (isLearnt && most === formatPercent(0)) return m.season_pair_no_loss(tally(pairCount));
  const words = {
    share: share!,
    range: formatRange(shareOf(low80), shareOf(high80), formatPercent),
    ...tally(pairCount),
  };
  return isLearnt ? m.season_pair_rests(words) : m.season_pair_assumed(words);
}
