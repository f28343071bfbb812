import { describe, expect, it } from 'vitest';
import {
  fitChoices,
  predictChoices,
  type SparseRows,
} from '#core/evaluation/off-policy/choice-model.ts';
import { seededRandom } from '#core/base/random.ts';
import { sum } from '#core/base/statistics/statistics.ts';

const PLACES = [0, 1].flatMap((channel) => [0, 1, 2].map((promotion) => ({ channel, promotion })));

function sparse(rows: readonly (readonly number[])[]): SparseRows {
  const entries = rows.map((row) =>
    row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])),
  );
  let at = 0;
  return {
    width: rows[0]!.length,
    starts: Uint32Array.from([0, ...entries.map((own) => (at += own.length))]),
    columns: Uint32Array.from(entries.flat().map(({ column }) => column)),
    values: Float64Array.from(entries.flat().map(({ value }) => value)),
  };
}

function drawn(chances: readonly number[], random: () => number): number {
  let left = random();
  return Math.max(
    0,
    chances.findIndex((chance) => (left -= chance) < 0),
  );
}

describe('channel and promotion together', () => {
  const random = seededRandom(5);
  const x = Array.from({ length: 900 }, () => [1, random() < 0.5 ? 1 : 0, random() - 0.5]);
  const taken = x.map(([, mark, number]) => {
    const weights = PLACES.map(({ channel, promotion }) =>
      Math.exp(
        (channel === 1 ? mark! : 0) +
          (promotion === 2 ? 2 * number! : 0) +
          (channel === 1 && promotion === 1 ? 1.5 : 0),
      ),
    );
    return drawn(
      weights.map((weight) => weight / sum(weights)),
      random,
    );
  });
  const inputs = sparse(x);
  const rows = Array.from(x.keys());
  const penalty = 2;
  const model = fitChoices({ inputs, taken }, rows, { places: PLACES, penalty });
  const chances = predictChoices(model, inputs, rows);
  const missed = (a: number, weightOf: (row: number) => number) =>
    sum(
      rows.map(
        (row) => weightOf(row) * (chances[row * PLACES.length + a]! - (taken[row] === a ? 1 : 0)),
      ),
    );

  it('gives chances that add up to one', () => {
    rows.forEach((row) => {
      const own = chances.subarray(row * PLACES.length, (row + 1) * PLACES.length);
      expect(sum(own)).toBeCloseTo(1, 10);
    });
  });

  it('stands where the penalised likelihood is highest: its gradient is zero', () => {
    const parts = model.effects.length / inputs.width;
    PLACES.forEach((_, a) =>
      expect(Math.abs(missed(a, () => 1) + model.pairs[a]!)).toBeLessThan(1.5),
    );
    for (let j = 1; j < inputs.width; j++)
      for (const channel of [0, 1]) {
        const own = [...PLACES.keys()].filter((a) => PLACES[a]!.channel === channel);
        const slope =
          sum(own.map((a) => missed(a, (row) => x[row]![j]!))) +
          penalty * model.effects[j * parts + channel]!;
        expect(Math.abs(slope)).toBeLessThan(1.5);
      }
  });

  it('finds what moves a choice, and which pairs go together', () => {
    const at = (mark: number, number: number) => {
      const own = predictChoices(model, sparse([[1, mark, number]]), [0]);
      return own;
    };
    const odds = (own: Float64Array, a: number, b: number) => Math.log(own[a]! / own[b]!);
    expect(odds(at(1, 0), 3, 0) - odds(at(0, 0), 3, 0)).toBeCloseTo(1, 0);
    expect(odds(at(0, 0.5), 2, 0) - odds(at(0, -0.5), 2, 0)).toBeGreaterThan(1.2);
    const apart = odds(at(0, 0), 4, 3) - odds(at(0, 0), 1, 0);
    expect(apart).toBeGreaterThan(0.9);
  });

  it('finds the same from another start', () => {
    const start = fitChoices({ inputs, taken }, rows.slice(0, 300), {
      places: PLACES,
      penalty: 20,
    });
    const again = fitChoices({ inputs, taken }, rows, { places: PLACES, penalty, start });
    predictChoices(again, inputs, rows).forEach((chance, k) =>
      expect(Math.abs(chance - chances[k]!)).toBeLessThan(0.02),
    );
  });
});

it('tells nothing apart by inputs that are held down', () => {
  const inputs = sparse([
    [1, 1],
    [1, 0],
    [1, 1],
    [1, 0],
  ]);
  const taken = [0, 1, 0, 1];
  const model = fitChoices({ inputs, taken }, [0, 1, 2, 3], {
    places: PLACES.slice(0, 2),
    penalty: 1e6,
  });
  predictChoices(model, inputs, [0, 1]).forEach((chance) => expect(chance).toBeCloseTo(0.5, 3));
});
