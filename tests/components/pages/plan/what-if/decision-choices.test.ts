import { expect, it } from 'vitest';
import {
  canChange,
  channelsOf,
  offerOn,
  promotionsOn,
} from '#components/pages/plan/what-if/decision-choices.ts';
import { planStudy } from '../../../../support/plan-study.ts';

const study = planStudy();

it('lists the channels, and the promotions that were tried on each', () => {
  expect(channelsOf(study)).toEqual(['Email', 'Market']);
  expect(promotionsOn(study, 'Email')).toEqual(['coupon', 'none']);
  expect(promotionsOn(study, 'Market')).toEqual(['none']);
});

it('keeps the promotion on another channel only where it was tried there', () => {
  const offer = { channel: 'Email', promotion: 'none' };
  expect(offerOn(study, 'Market', offer)).toEqual({ channel: 'Market', promotion: 'none' });
  expect(offerOn(study, 'Market', { ...offer, promotion: 'coupon' }).promotion).toBe('none');
  const without = { triedOffers: [{ channel: 'Market', promotion: null }] };
  expect(offerOn(without, 'Market', { channel: 'Email', promotion: null }).promotion).toBeNull();
});

it('lets only that be changed of which there is more than one', () => {
  for (const part of ['day', 'channel', 'promotion', 'price', 'spend', 'stock'] as const)
    expect(canChange(part, study)).toBe(true);
  const market = planStudy({ offer: { channel: 'Market', promotion: 'none' } });
  expect(canChange('promotion', market)).toBe(false);
  const bare = planStudy({ priceFactors: Float64Array.of(1), adSpends: new Float64Array() });
  expect(canChange('price', bare)).toBe(false);
  expect(canChange('spend', bare)).toBe(false);
  expect(canChange('stock', bare)).toBe(true);
});
