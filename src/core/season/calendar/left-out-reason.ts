// Why a calendar does not launch a product, with what it would bring, or what it would have to displace.

import { ownValue } from '#core/base/lookup.ts';
import { optionOfPlacement } from '../offers/placed-option.ts';
import { meritOf } from '../offers/season-option.ts';
import { LEFT_OUT } from '../problem/season-problem.ts';
import { chosen, seasonMerit, seasonValue } from '../problem/season-value.ts';
import { movesOf } from './season-moves.ts';
import {
  bestChange,
  freedSeason,
  type NoChange,
  type PlacedChange,
  type PlacedSeason,
  type WeekChange,
} from './week-changes.ts';

export type LeftOutReason =
  /** The seller left it out; `best` is null where no week is possible. */
  | { readonly kind: 'wish'; readonly best: PlacedChange | null }
  /** No week is possible: the reason of the most weeks. */
  | { readonly kind: 'no-week'; readonly reason: NoChange['reason']; readonly weekCount: number }
  /** It brings nothing by itself; `own` is its value in its best week. */
  | { readonly kind: 'loses'; readonly best: PlacedChange; readonly own: number }
  /** It takes more from similar launches than it brings. */
  | { readonly kind: 'takes'; readonly best: PlacedChange; readonly own: number }
  /** It would improve the season: the calendar is not the best. */
  | { readonly kind: 'gains'; readonly best: PlacedChange }
  /** Limits leave no room. */
  | { readonly kind: 'full'; readonly best: PlacedChange; readonly displaced: Displaced | null };

/** A launch that could make room. */
export interface Displaced {
  readonly productId: string;
  /** Change of the season's value with the product in place of that launch; negative: what it lacks. */
  readonly change: number;
  /** The same of its merit, by which launches are compared. */
  readonly merit: number;
}

/**
 * Returns the reason for one product.
 * @param changes what each week would change for it, from `weekChanges`
 */
export function leftOutReason(
  season: PlacedSeason,
  productId: string,
  changes: readonly WeekChange[],
): LeftOutReason {
  const best = bestChange(changes);
  if (ownValue(season.limits.wishes, productId)?.isLeftOut) return { kind: 'wish', best };
  if (!best) return { kind: 'no-week', reason: mainReason(changes), weekCount: changes.length };
  if (best.breaks.length > 0)
    return { kind: 'full', best, displaced: displacedBy(season, productId) };
  if (best.merit > 0 && best.change > 0) return { kind: 'gains', best };
  const option = optionOfPlacement(season.offers, best.placement);
  const kind = (option ? meritOf(option) : best.merit) > 0 ? 'takes' : 'loses';
  return { kind, best, own: option?.value ?? best.change };
}

const REASONS: readonly NoChange['reason'][] = ['closed', 'outside-window', 'never-tried'];

function mainReason(changes: readonly WeekChange[]): NoChange['reason'] {
  const countOf = (reason: NoChange['reason']) =>
    changes.filter((each) => each.kind === 'impossible' && each.reason === reason).length;
  return REASONS.reduce((main, each) => (countOf(each) > countOf(main) ? each : main));
}

/** Launches tried as the one that makes room, those of least merit first; more where none of these does. */
const ENOUGH_TRIED = 30;

/**
 * Returns the launch whose place the product would best take within all limits; null where no single one makes room.
 * Launches that must stay are not tried.
 */
function displacedBy(season: PlacedSeason, productId: string): Displaced | null {
  const freed = freedSeason(season, productId);
  if (!freed) return null;
  const { problem, choice, place } = freed;
  const before = { value: seasonValue(problem, choice), merit: seasonMerit(problem, choice) };
  const placed = problem.products.flatMap(({ isNeeded }, other) => {
    const option = chosen(problem, choice, other);
    return option && !isNeeded && other !== place ? [{ other, merit: meritOf(option) }] : [];
  });
  const tried = placed.sort((a, b) => a.merit - b.merit);
  let best: Displaced | null = null;
  for (const [count, { other }] of tried.entries()) {
    if (best && count >= ENOUGH_TRIED) break;
    const without = choice.with(other, LEFT_OUT);
    const lost = seasonValue(problem, without) - before.value;
    const meritLost = seasonMerit(problem, without) - before.merit;
    for (const move of movesOf(problem, without, place)) {
      if (!move || move.breaks.length > 0) continue;
      const merit = meritLost + move.merit;
      if (!best || merit > best.merit)
        best = { productId: problem.products[other]!.productId, change: lost + move.change, merit };
    }
  }
  return best;
}
