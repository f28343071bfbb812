// What a ranking keeps of how its products suit selling events, for pages to show: they have no language model at hand.

import { ownValue } from '../lookup.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';
import type { EventEdits } from './selling-events-choice.ts';

export interface ProductFits {
  /** By the words of its title. */
  readonly found: readonly EventId[];
  /** By the seller, when the plan was made; this is what counted. */
  readonly said?: readonly EventId[];
}

export interface PlannedEvents {
  /** The one that the model learnt with. */
  readonly market: Market;
  readonly fitsById: Readonly<Record<string, ProductFits>>;
}

export interface TitledProduct {
  readonly id: string;
  readonly title: string;
}

/** Whether a product was planned for other events than it is said to be for now. */
export function isEditedSince(
  { id, title }: TitledProduct,
  planned: PlannedEvents | undefined,
  editsByTitle: EventEdits,
): boolean {
  if (!planned) return false;
  return keyOf(ownValue(planned.fitsById, id)?.said) !== keyOf(ownValue(editsByTitle, title));
}

/** Nothing said is something else than that it is for no event. */
function keyOf(said: readonly EventId[] | undefined): string | undefined {
  return said && [...said].sort().join(' ');
}
