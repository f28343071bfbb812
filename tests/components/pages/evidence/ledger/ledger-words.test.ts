import { describe, expect, it } from 'vitest';
import { dueDay } from '#core/ledger/entries/adopted-plan.ts';
import { promisesOf } from '#core/ledger/entries/promise-record.ts';
import {
  channelWords,
  coverageWords,
  ledgerLines,
  promisesNote,
  valueWords,
} from '#components/pages/evidence/ledger/ledger-words.ts';
import { adoptedPlan, sampleActual, settledPlan } from '../../../../support/adopted-plan.ts';
import { sampleAction, SAMPLE_MONDAY, sampleRange } from '../../../../support/ranking.ts';

const TODAY = dueDay(adoptedPlan());
const outcome = { units: sampleRange(100), revenue: sampleRange(1134), profit: sampleRange(500) };
const many = (count: number, units: number) =>
  Array.from({ length: count }, (_, i) => settledPlan(units + (i % 3), { outcome, id: i + 1 }));

describe('ledgerLines', () => {
  it('put due results first, then the newest launches', () => {
    const at = (id: number, days: number) =>
      adoptedPlan({ id, action: sampleAction({ launchDay: SAMPLE_MONDAY + days }) });
    const known = settledPlan(130, { id: 4 });
    const lines = ledgerLines([at(1, 0), at(2, 50), at(3, 20), known], TODAY);
    expect(lines.map(({ entry, result }) => [entry.id, result])).toEqual([
      [1, 'result due'],
      [2, 'from 28\u00A0Apr'],
      [3, 'until 26\u00A0Apr'],
      [4, 'in range'],
    ]);
  });

  it('say where a result landed', () => {
    const resultOf = (units: number, firstStock: number) =>
      ledgerLines([settledPlan(units, { outcome, facts: { firstStock } })], TODAY)[0];
    expect(resultOf(20, 500)).toMatchObject({ result: 'below range', isOutside: true });
    expect(resultOf(20, 20)).toMatchObject({ result: 'sold out', isOutside: false });
    expect(resultOf(900, 500)).toMatchObject({ result: 'above range', sold: '900' });
  });

  it('do not judge a figure so far', () => {
    const early = adoptedPlan({ outcome, actual: sampleActual({ units: 9000, isEarly: true }) });
    expect(ledgerLines([early], TODAY)[0]).toMatchObject({
      ...{ result: 'result due, 9,000 so far', sold: '–', isOutside: false },
    });
  });
});

describe('promisesNote', () => {
  it('counts what landed and what is due', () => {
    const noteOf = (inside: number) => {
      const landed = many(inside, 100);
      const entries = [...landed, settledPlan(5, { outcome, id: 8 }), adoptedPlan({ id: 9 })];
      return promisesNote(ledgerLines(entries, TODAY), promisesOf(entries));
    };
    expect(noteOf(5)).toBe('5 of 6 fell inside the range; 5 were expected to. 1 result is due.');
    expect(noteOf(3)).toBe('3 of 4 fell inside the range. 1 result is due.');
  });

  it('says that nothing is known yet', () => {
    const entries = [adoptedPlan()];
    expect(promisesNote(ledgerLines(entries, 0), promisesOf(entries))).toBe(
      '1 plan is adopted; it has no result yet.',
    );
  });
});

describe('what the promises were worth', () => {
  const coverageOf = (entries: ReturnType<typeof many>) =>
    coverageWords(promisesOf(entries).coverage.at(-1)!);

  it('is told with what chance allows', () => {
    expect(coverageOf([...many(8, 100), ...many(2, 5)])).toMatch(/the ranges fit so far/);
    expect(coverageOf([...many(8, 100), ...many(12, 5)])).toMatch(/only 40% did/);
    expect(coverageOf(many(40, 100))).toMatch(/wider than needed/);
    expect(coverageOf(many(1, 100))).toBe(
      '1 of 1 fell inside the range. 5 results show whether ranges hold.',
    );
  });

  it('names channels that run high or low', () => {
    const wordsOf = (count: number, units: number) =>
      channelWords(promisesOf(many(count, units)).bias[0]!);
    expect(wordsOf(9, 150)).toMatch(/^Own store: sold 50% more than expected, likely/);
    expect(wordsOf(9, 50)).toMatch(/^Own store: sold 49% less than expected, likely/);
    expect(wordsOf(5, 150)).toBe('Own store: +50% on average; 5 results are too few for a range');
  });

  it('compares the gain that came with the gain expected, and calls it one', () => {
    expect(valueWords(promisesOf(many(9, 130)).value[0]!)).toMatch(
      /^Profit gained per launch, over your usual approach: 100 expected, 26\d realised, likely 26\d\u2060–\u206027\d\.$/,
    );
    expect(valueWords(promisesOf(many(2, 130)).value[0]!)).toMatch(
      /over your usual approach: 100 expected, .* 2 results are too few/,
    );
  });
});
