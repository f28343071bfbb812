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
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';
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
      [1, m.ledger_due()],
      [2, m.ledger_planned({ day: '28\u00A0Apr' })],
      [3, m.ledger_running({ day: '26\u00A0Apr' })],
      [4, m.ledger_in_range()],
    ]);
  });

  it('say when and where a launch was', () => {
    const [line] = ledgerLines([adoptedPlan()], TODAY);
    const [month, channel] = line!.when.split(' · ');
    expect(month).toMatch(/^\w+ \d{4}$/);
    expect(channel).toBe(sampleAction().channel);
  });

  it('say where a result landed', () => {
    const resultOf = (units: number, firstStock: number) =>
      ledgerLines([settledPlan(units, { outcome, facts: { firstStock } })], TODAY)[0];
    const [below, out] = [m.ledger_below_range(), m.ledger_sold_out()];
    expect(resultOf(20, 500)).toMatchObject({ result: below, isOutside: true });
    expect(resultOf(20, 20)).toMatchObject({ result: out, isOutside: false });
    expect(resultOf(900, 500)).toMatchObject({ result: m.ledger_above_range(), sold: '900' });
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
    const few = m.ledger_note_few({ inside: '3', count: '4' });
    expect(noteOf(3)).toBe(`${few} ${m.ledger_note_due(tally(1))}`);
  });

  it('says that nothing is known yet', () => {
    const entries = [adoptedPlan()];
    const note = promisesNote(ledgerLines(entries, 0), promisesOf(entries));
    expect(note).toBe(m.ledger_note_none(tally(1)));
  });
});

describe('what the promises were worth', () => {
  it('is told with what chance allows', () => {
    const coverageOf = (inside: number, count: number, [low, high]: [number, number]) =>
      coverageWords({ promisedFraction: 0.8, promised: 0.8, inside, count, low, high });
    const said = { promised: '80%', text: '40' };
    expect(coverageOf(32, 40, [0.71, 0.87])).toBe(
      'Given the stock, 80% should fall inside; 80% did. 40 results suggest 71% to 87%, so the ranges fit so far.',
    );
    expect(coverageOf(16, 40, [0.31, 0.5])).toBe(
      m.ledger_coverage_narrow({ ...said, share: '40%', low: '31%', high: '50%' }),
    );
    expect(coverageOf(40, 40, [0.95, 1])).toBe(
      m.ledger_coverage_wide({ ...said, share: '100%', low: '95%', high: '100%' }),
    );
    const few = m.ledger_note_few({ inside: '4', count: '4' });
    expect(coverageOf(4, 4, [0.6, 1])).toBe(`${few} ${m.ledger_coverage_few({ text: '5' })}`);
  });

  it('names channels that run high or low', () => {
    const wordsOf = (mean: number, [low, high]: [number, number], channel = '') => {
      const range = { low: Math.log(low), high: Math.log(high) };
      return channelWords({ channel, error: { mean: Math.log(mean), range, count: 9 } });
    };
    const more = 'Own store: sold 50% more than expected, likely 40% to 60%';
    expect(wordsOf(1.5, [1.4, 1.6], 'Own store')).toBe(more);
    const less = { share: '50%', low: '40%', high: '60%' };
    expect(wordsOf(0.5, [0.4, 0.6])).toBe(m.ledger_bias_less(less));
    expect(wordsOf(1.1, [0.9, 1.3])).toBe(m.ledger_bias_chance({ low: '−10%', high: '+30%' }));
    const few = { mean: Math.log(1.5), range: null, count: 5 };
    const words = m.ledger_bias_few({ share: '+50%', ...tally(5) });
    expect(channelWords({ channel: '', error: few })).toBe(words);
  });

  it('compares the gain that came with the gain expected, and calls it one', () => {
    const realised = { mean: 1260, range: { low: 1120, high: 1410 }, count: 9 };
    const gain = { objective: 'profit', promised: 1000, realised } as const;
    expect(valueWords(gain)).toBe(
      'Profit gained per launch, over your usual approach: 1,000 expected, 1,260 realised, likely 1,120\u2060–\u20601,410.',
    );
    const said = { noun: m.plan_profit(), promised: '1,000', realised: '1,260', ...tally(2) };
    expect(valueWords({ ...gain, realised: { ...realised, range: null, count: 2 } })).toBe(
      m.ledger_value_few(said),
    );
  });
});
