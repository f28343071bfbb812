import { ownValue } from '#core/base/lookup.ts';
import { eventsOf, type MarketEvents } from './market-events.ts';
import type { PlannedEvents, ProductFits, TitledProduct } from './planned-events.ts';
import type { EventId } from './selling-events.ts';
import type { EventEdits } from './selling-events-choice.ts';

/** Least fit from which a product is shown to suit an event; lower fits still count in the model. */
const LEAST_FIT_SHOWN = 0.5;

/**
 * Returns the events of each product for a ranking to store.
 * @param found fits without the seller's edits
 */
export function plannedEvents(
  products: readonly TitledProduct[],
  found: MarketEvents,
  editsByTitle: EventEdits,
): PlannedEvents {
  const fitsOf = ({ title }: TitledProduct): ProductFits => {
    const said = ownValue(editsByTitle, title);
    return { found: fittingEvents(found, title), ...(said && { said }) };
  };
  return {
    market: found.market,
    fitsById: Object.fromEntries(products.map((product) => [product.id, fitsOf(product)])),
  };
}

function fittingEvents({ market, fits }: MarketEvents, title: string): EventId[] {
  const own = fits(title);
  return eventsOf(market).filter((_, e) => own[e]! >= LEAST_FIT_SHOWN);
}
