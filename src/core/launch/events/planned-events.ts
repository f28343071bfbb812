// What a ranking stores about how its products suit sales events, because pages have no language model.

import { ownValue } from '#core/base/lookup.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';
import type { EventEdits } from './selling-events-choice.ts';

export interface ProductFits {
  /** Events found by the words of the title. */
  readonly found: readonly EventId[];
  /** Events set by the seller when the plan was made; where given, these counted. */
  readonly said?: readonly EventId[];
}

export interface PlannedEvents {
  /** Market that the model was trained with. */
  readonly market: Market;
  readonly fitsById: Readonly<Record<string, ProductFits>>;
}

export interface TitledProduct {
  readonly id: string;
  readonly title: string;
}

/** Returns whether a product was planned for other events than the seller has set now. */
export function isEditedSince(
  { id, title }: TitledProduct,
  planned: PlannedEvents | undefined,
  editsByTitle: EventEdits,
): boolean {
  if (!planned) return false;
  return keyOf(ownValue(planned.fitsById, id)?.said) !== keyOf(ownValue(editsByTitle, title));
}

/** Returns a comparable key: undefined where nothing is set, '' where no event is. */
function keyOf(said: readonly EventId[] | undefined): string | undefined {
  return said && [...said].sort().join(' ');
}
