import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COLOUR_NAMES,
  PICTURE_BACKGROUNDS,
  type LookMarks,
  type Looks,
} from '#core/launch/looks.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  fitLooks,
  LOOK_MARK_INPUTS,
  looksGroupSizes,
  looksInputCount,
  looksInputsOf,
} from '#core/model/features/looks-inputs.ts';
import {
  encodeProducts,
  fitProductEncoder,
  fitsOf,
  inputCount,
  inputGroups,
  markAndPriceInputs,
} from '#core/model/features/product-encoder.ts';
import { marketEvents } from '#core/launch/events/market-events.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { sampleLook } from '../../../support/looks.ts';

const SIZE = 24;
const random = seededRandom(3);
const vector = () => Float32Array.from({ length: SIZE }, () => random() - 0.5);
const titles = Array.from({ length: 200 }, (_, i) => `mug ${i}`);
const looks: Looks = new Map(
  titles
    .slice(0, 160)
    .map((title, i) => [title, sampleLook(vector(), { colour: COLOUR_NAMES[i % 12]! })]),
);
const history = {
  ...launchTable(titles.map((title, i): LaunchRow => ({ title, units: 10 + (i % 30) }))),
  looks,
};
const fitted = fitLooks(history, allRows(history))!;
const count = looksInputCount(fitted);

const marks = fc.record<LookMarks>({
  colour: fc.option(fc.constantFrom(...COLOUR_NAMES)),
  isPatterned: fc.boolean(),
  background: fc.constantFrom(...PICTURE_BACKGROUNDS),
  showsPeople: fc.option(fc.boolean()),
});

describe('the inputs of a look', () => {
  it('are one component for 40 pictured launches, look-alikes, and the marks', () => {
    expect(looksGroupSizes(fitted)).toEqual([4, 1, LOOK_MARK_INPUTS]);
    expect(LOOK_MARK_INPUTS).toBe(12 + 1 + 3 + 1 + 1);
  });

  it('are zeros and one “no picture” without a picture', () => {
    const none = looksInputsOf(fitted, undefined);
    expect(none).toHaveLength(count);
    expect(none.at(-1)).toBe(1);
    expect(none.slice(0, -1).every((value) => value === 0)).toBe(true);
  });

  it('mark colour, pattern, background and people each at a place of its own', () => {
    fc.assert(
      fc.property(marks, (each) => {
        const inputs = looksInputsOf(fitted, sampleLook(undefined, each));
        expect(inputs).toHaveLength(count);
        const [seen, marked] = [inputs.slice(0, 5), inputs.slice(5)];
        expect(seen.every((value) => value === 0)).toBe(true);
        const on = marked.flatMap((value, place) => (value === 1 ? [place] : []));
        expect(marked.filter(Boolean)).toHaveLength(on.length);
        const expected = [
          ...(each.colour ? [COLOUR_NAMES.indexOf(each.colour)] : []),
          ...(each.isPatterned ? [12] : []),
          13 + PICTURE_BACKGROUNDS.indexOf(each.background),
          ...(each.showsPeople ? [16] : []),
        ];
        expect(on).toEqual(expected);
      }),
    );
  });

  it('are centred: what pictures show has a mean of zero over the history', () => {
    const rows = [...looks.values()].map((look) => looksInputsOf(fitted, look));
    for (let k = 0; k < 4; k++) {
      const column = rows.map((row) => row[k]!);
      expect(Math.abs(column.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-3);
      expect(column.some((value) => Math.abs(value) > 0.1)).toBe(true);
    }
  });

  it('tell what look-alikes sold, without the launch itself', () => {
    const rows = allRows(history);
    const doubled = history.units.with(3, 1e6);
    const other = fitLooks({ ...history, units: doubled }, rows)!;
    const sold = (encoder: typeof fitted, title: string) =>
      looksInputsOf(encoder, looks.get(title))[4]!;
    // Its own million moves only the mean of all.
    const apart = titles.slice(0, 160).map((title) => sold(other, title) - sold(fitted, title));
    expect(Math.max(...apart)).toBeGreaterThan(apart[3]! + 0.1);
    expect(apart[3]).toBeLessThan(0);
    expect(titles.slice(160).some((title) => sold(fitted, title) !== 0)).toBe(false);
  });

  it('show nothing of what another image encoder sees', () => {
    const other = sampleLook(new Float32Array(2 * SIZE).fill(0.1), { isPatterned: true });
    expect(looksInputsOf(fitted, other)).toEqual(
      looksInputsOf(fitted, sampleLook(undefined, { isPatterned: true })),
    );
  });

  it('are marks alone before the encoder has read a picture, and none without pictures', () => {
    const unread = new Map([...looks].map(([owner, { marks: own }]) => [owner, { marks: own }]));
    const found = fitLooks({ ...history, looks: unread }, allRows(history))!;
    expect(looksInputCount(found)).toBe(LOOK_MARK_INPUTS);
    expect(fitLooks({ ...history, looks: new Map() }, allRows(history))).toBeNull();
    expect(fitLooks({ ...history, looks: undefined }, allRows(history))).toBeNull();
  });
});

describe('a product encoder that learns looks', () => {
  const events = marketEvents('US');
  const learning = { ...history, events, learnsLooks: true };
  const encoder = fitProductEncoder(learning, allRows(learning));
  const without = fitProductEncoder({ ...learning, learnsLooks: false }, allRows(learning));

  it('has as many more inputs as looks have, in three groups of their own before the events', () => {
    expect(without.looks).toBeNull();
    expect(inputCount(encoder)).toBe(inputCount(without) + count);
    const groups = inputGroups(encoder);
    expect(groups).toHaveLength(inputCount(encoder));
    const last = groups.at(-1)!;
    expect(groups.filter((group) => group === last - 1)).toHaveLength(LOOK_MARK_INPUTS);
    expect(groups.filter((group) => group === last - 2)).toHaveLength(1);
    expect(groups.filter((group) => group === last - 3)).toHaveLength(4);
    expect(markAndPriceInputs(encoder)).toEqual(markAndPriceInputs(without));
  });

  it('encodes all else as before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: titles.length - 1 }), (row) => {
        const own = encodeProducts(encoder, learning, Uint32Array.of(row));
        const other = encodeProducts(without, learning, Uint32Array.of(row));
        const fits = fitsOf(encoder, own);
        expect(fits).toEqual(fitsOf(without, other));
        const from = own.length - fits.length - count;
        expect(own.subarray(0, from)).toEqual(other.subarray(0, from));
        const look = looks.get(titles[row]!);
        expect(own.subarray(from, from + count)).toEqual(
          Float32Array.from(looksInputsOf(fitted, look)),
        );
      }),
    );
  });

  it('finds the picture of a product without a title by its ID', () => {
    const nameless = launchTable([{ productId: 'A-1', title: '' }]);
    const own = { ...nameless, looks: new Map([['A-1', looks.get('mug 3')!]]) };
    const known = { ...launchTable([{ title: 'mug 3' }]), looks };
    const place = inputCount(encoder) - events.fits('').length - 1;
    const noPicture = (table: typeof own | typeof known) =>
      encodeProducts(encoder, table, Uint32Array.of(0))[place];
    expect(noPicture(own)).toBe(0);
    expect(noPicture(known)).toBe(0);
    expect(noPicture({ ...nameless, looks: new Map() })).toBe(1);
  });
});
