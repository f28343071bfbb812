// The category that an empty cell probably holds, by the launches whose names mean the most alike. How much they have to agree is
// found on launches whose category is known: in one shop names tell it, in another they tell nothing.

import { MostAlike } from '../analogues/most-alike.ts';
import { isRead, likeness } from '../language/text-embeddings.ts';
import type { LaunchTable } from '../launch/launch-table.ts';
import { sum } from '../statistics.ts';

/** On the demo shop ten were right more often than five, and could say something more often than twenty. */
const NEAREST = 10;
/** A likeness of 0.8 counts for twice one of 0.73. */
const SHARPNESS = 8;
/** Each name is compared with so many, spread evenly: with more, a sheet of five thousand names takes many seconds and is hardly better. */
const MOST_TEACHING = 1000;
const JUDGED = 300;
/** A little more than the nine of ten that have to be right, because the best of several shares is taken. */
const RIGHT_SHARE = 0.92;
/** Fewer suggestions say too little of how often they are right. */
const LEAST_SHOWN = 20;
/** What the nearest have to agree in, the least first. */
const SHARES = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1] as const;
const ROUNDING = 1e-9;

/** By row; '' where nothing is clear, null where the launch's name has not been read, or those of too few others. */
export function categoryByMeaning({
  title,
  category,
  embeddings,
}: Pick<LaunchTable, 'title' | 'category' | 'embeddings'>): (row: number) => string | null {
  const meaningOf = (row: number): Float32Array | null => {
    const embedding = embeddings?.get(title[row]!);
    return isRead(embedding) ? embedding : null;
  };
  const taught = everySoMany(
    [...category.keys()].filter((row) => category[row] !== '' && meaningOf(row) !== null),
    MOST_TEACHING,
  ).map((row): Taught => ({ row, level: category[row]!, meaning: meaningOf(row)! }));
  if (taught.length <= LEAST_SHOWN) return () => null;
  const least = leastShare(taught);
  return (row) => {
    const meaning = meaningOf(row);
    if (!meaning) return null;
    const { level, share } = vote(meaning, row, taught);
    return share >= least - ROUNDING ? level : '';
  };
}

interface Taught {
  readonly row: number;
  readonly level: string;
  readonly meaning: Float32Array;
}

interface Vote {
  readonly level: string;
  /** Of all votes, 0–1. */
  readonly share: number;
}

/** From which share on enough of the suggestions for known launches are right; infinite where that is from none. */
function leastShare(taught: readonly Taught[]): number {
  const judged = everySoMany(taught, JUDGED).map((each) => {
    const { level, share } = vote(each.meaning, each.row, taught);
    return { share, isRight: level === each.level };
  });
  const isEnough = (least: number): boolean => {
    const shown = judged.filter(({ share }) => share >= least - ROUNDING);
    const right = shown.filter(({ isRight }) => isRight);
    return shown.length >= LEAST_SHOWN && right.length >= RIGHT_SHARE * shown.length;
  };
  return SHARES.find(isEnough) ?? Infinity;
}

/** A launch has no vote about itself. */
function vote(meaning: Float32Array, row: number, taught: readonly Taught[]): Vote {
  const nearest = new MostAlike(NEAREST);
  taught.forEach((each, i) => {
    if (each.row !== row)
      nearest.offer(i, Math.max(0, likeness(meaning, each.meaning)) ** SHARPNESS);
  });
  const { launches, likeness: weights } = nearest.launches();
  const votes = new Map<string, number>();
  launches.forEach((i, place) => {
    const { level } = taught[i]!;
    votes.set(level, (votes.get(level) ?? 0) + weights[place]!);
  });
  const all = sum(weights);
  let best: Vote = { level: '', share: 0 };
  for (const [level, weight] of votes)
    if (weight > best.share * all) best = { level, share: weight / all };
  return best;
}

function everySoMany<T>(all: readonly T[], most: number): T[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, i) => i % step === 0);
}
