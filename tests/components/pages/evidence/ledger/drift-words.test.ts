import { expect, it } from 'vitest';
import {
  errorWords,
  findingWords,
  shiftWords,
} from '#components/pages/evidence/ledger/drift-words.ts';
import { errorDrift } from '#core/evaluation/drift/error-drift.ts';
import type { InputShift } from '#core/evaluation/drift/input-drift.ts';
import { m } from '#messages';

const shift = (change: Partial<InputShift>): InputShift => ({
  ...{ input: 'price', statistic: 0.4, chance: 0.001, adjustedChance: 0.005, stability: 0.3 },
  ...{ factor: 1.5, level: null, isClear: true, ...change },
});

it('says what changed most', () => {
  const factor = '×\u00A01.50';
  expect(shiftWords(shift({}))).toBe(m.ledger_drift_price({ factor }));
  expect(shiftWords(shift({ input: 'units' }))).toBe(m.ledger_drift_units({ factor }));
  const level = { name: 'Fair', before: 0.1, now: 0.45 };
  const of = (input: InputShift['input']) => shiftWords(shift({ input, factor: null, level }));
  const said = { level: 'Fair', now: '45%', share: '10%' };
  expect(of('channel')).toBe('45% of launches are on “Fair”, 10% before.');
  expect(of('promotion')).toBe(m.ledger_drift_promotion(said));
  expect(of('category')).toBe(m.ledger_drift_category(said));
});

it('tells a shift from a small one and from chance', () => {
  const small = { isClear: false };
  expect(findingWords(shift({}))).toBe(m.ledger_drift_is_clear());
  expect(findingWords(shift(small))).toBe(m.ledger_drift_is_small());
  expect(findingWords(shift({ ...small, adjustedChance: 0.4 }))).toBe(m.ledger_drift_is_chance());
});

it('says on which side the last results lie, or that they miss otherwise than before', () => {
  const high = new Array<number>(11).fill(0.4);
  expect(errorWords(errorDrift([...high, -1])!)).toBe(
    '11 of the last 12 adopted plans sold more than expected.',
  );
  const low = errorDrift([...high.map((miss) => -miss), 1])!;
  expect(errorWords(low)).toBe(m.ledger_drift_below({ below: '11', count: '12' }));
  const sides = (size: number) => Array.from({ length: 30 }, (_, i) => (i % 2 ? size : -size));
  expect(errorWords(errorDrift(sides(4), sides(0.2))!)).toBe(
    m.ledger_drift_spread({ count: '30' }),
  );
});
