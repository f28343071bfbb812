import { describe, expect, it } from 'vitest';
import { proofWords } from '#components/pages/calendar/proof-words.ts';
import type {
  GainEstimate,
  PolicyEvaluation,
} from '#core/evaluation/off-policy/policy-evaluation.ts';
import type { PolicyVerdict } from '#core/evaluation/off-policy/policy-verdict.ts';
import { m } from '#messages';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 4 });
const placement = { week: offers.weeks[0]!, channel: null } as const;
const season = {
  offers,
  placements: ['a', 'b'].map((productId) => ({ ...placement, productId }) as never),
};
const estimate = (gain: number, low: number, high: number): GainEstimate => ({
  ...{ name: 'dr', gain, half: { low, high }, likely: { low, high }, wide: { low, high } },
});

function evaluated(verdict: PolicyVerdict, estimates: readonly GainEstimate[]): PolicyEvaluation {
  const { objective } = offers;
  if (objective === 'sell-through') throw new Error('expected offers of money or units');
  const hidden = { odds: 1.6, input: null, bound: { low: -700, high: 480 }, tipping: null };
  return { kind: 'estimated', launches: 200, effective: 60, objective, verdict, hidden, estimates };
}

const promised = m.season_proof_gain({ difference: '1,500 more' });

describe('what past launches say of what a season promises', () => {
  it('names the part that they bear out, and where the rest comes from', () => {
    const evaluation = evaluated('better', [estimate(610, 210, 1_010)]);
    expect(proofWords(season, 3_000, evaluation)).toBe(
      'Expect 1,500 more per launch than usual. Past launches confirm about 600 of it (likely 200\u2060–\u20601,000), from channel ' +
        'and promotion alone. The rest is the model’s estimate for weeks, prices and ads.',
    );
  });

  it('speaks of no rest where past launches bear out as much', () => {
    const evaluation = evaluated('better', [estimate(1_600, 900, 2_300)]);
    const said = { proven: '1,600', range: '900\u2060–\u20602,300' };
    expect(proofWords(season, 3_000, evaluation)).toBe(`${promised} ${m.season_proof_whole(said)}`);
  });

  it.each([
    ['unclear', m.season_proof_open({ low: '400 less', high: '220 more' })],
    ['hidden', m.season_proof_hidden({ low: '700 less', high: '480 more' })],
    ['worse', m.season_proof_against({ low: '400 less', high: '220 more' })],
  ] as const)('says where they leave it open or speak against it: %s', (verdict, said) => {
    const evaluation = evaluated(verdict, [estimate(-90, -400, 220)]);
    expect(proofWords(season, 3_000, evaluation)).toBe(`${promised} ${said}`);
  });

  it('says that nothing can confirm it where too few launches tell, or they were asked of something else', () => {
    const { objective } = evaluated('better', []);
    const counts = { launches: 90, effective: 12, needed: 30 };
    const refused = { kind: 'refused', ...counts, objective } as const;
    const other = evaluated('better', [estimate(610, 210, 1_010)]);
    const ofUnits = { ...other, objective: objective === 'units' ? 'profit' : 'units' } as const;
    for (const evaluation of [null, refused, ofUnits])
      expect(proofWords(season, 3_000, evaluation)).toBe(`${promised} ${m.season_proof_none()}`);
  });

  it('says nothing where no more than usual is promised', () => {
    for (const gain of [0, -1_000]) expect(proofWords(season, gain, null)).toBe('');
    const rough = evaluated('better', [estimate(610, 210, 1_010)]);
    expect(proofWords(season, 10, rough)).toBe('');
  });
});
