import { expect, it } from 'vitest';
import { leftOutOf, withOthersLeftOut } from '#core/season/calendar/left-out.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 3 });
const limits = { ...usualLimits(offers.weeks[0]!), wishes: { p0: { isNeeded: true } } } as const;

it('names what is offered and not placed, in the order asked for', () => {
  const placement = { productId: 'p1', week: offers.weeks[0]!, channel: null, adSpend: null };
  const placements = [{ ...placement, stockUnits: 5 }];
  expect(leftOutOf(['p2', 'gone', 'p1', 'p0'], { offers, placements })).toEqual(['p2', 'p0']);
});

it('leaves out products that are not there any more, and keeps wishes', () => {
  expect(withOthersLeftOut(limits, offers, ['p0', 'p1', 'p2'])).toBe(limits);
  expect(withOthersLeftOut(limits, offers, ['p0', 'p2']).wishes).toEqual({
    p0: { isNeeded: true },
    p1: { isLeftOut: true },
  });
});
