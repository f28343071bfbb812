import { ownValue } from '../lookup.ts';
import { eventsOf, type MarketEvents } from './market-events.ts';
import type { PlannedEvents, ProductFits, TitledProduct } from './planned-events.ts';
import type { EventId } from './selling-events.ts';
import type { EventEdits } from './selling-events-choice.ts';

/** From here on a product is said to suit an event; what suits less still counts for that much in what is learnt. */
const LEAST_FIT_SHOWN = 0.5;

/** @param found without what the seller said */
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
