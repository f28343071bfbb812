import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import {
  checkPictures,
  LEAST_SIDE_PX,
  type PictureFindingKind,
} from '#core/model/images/check-pictures.ts';
import { findWatermark } from '#core/model/images/find-watermark.ts';
import { pictureFacts } from '#core/model/images/picture-facts.ts';
import { disc, drawn, WHITE, type Rgb } from '../../../support/drawn-picture.ts';
import { sampleFacts } from '../../../support/picture.ts';

type ColourAt = (x: number, y: number) => Rgb;

const LARGE = { widthPx: 1_000, heightPx: 800 };

/** Pictures of a shop, each drawn by a function, as they are checked. */
function shop(count: number, draw: (random: () => number, i: number) => ColourAt) {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, i) => {
    return { id: i + 1, ...LARGE, facts: pictureFacts(drawn(draw(random, i))) };
  });
}

const anyColour = (random: () => number): Rgb =>
  [0, 0, 0].map(() => Math.floor(256 * random())) as unknown as Rgb;
const anyDisc = (random: () => number) => disc(anyColour(random), WHITE, 0.15 + 0.25 * random());
/** Letters in grey along the lower right, over whatever is there. */
const isLetter = (x: number, y: number) =>
  x > 0.55 && x < 0.95 && y > 0.86 && y < 0.94 && Math.floor(x * 40) % 2 === 0;
const marked =
  (picture: ColourAt): ColourAt =>
  (x, y) =>
    isLetter(x, y)
      ? (picture(x, y).map((byte) => 0.6 * byte + 0.4 * 90) as unknown as Rgb)
      : picture(x, y);

describe('a watermark', () => {
  it('is found where it stands in all pictures', () => {
    const found = findWatermark(shop(30, (random) => marked(anyDisc(random))))!;
    expect(found.ids).toHaveLength(30);
    const { left, top, width, height } = found.place;
    expect(left).toBeGreaterThan(0.5);
    expect(top).toBeGreaterThan(0.82);
    expect(left + width).toBeLessThan(0.99);
    expect(top + height).toBeLessThan(0.98);
  });

  it('is found in those that have it, where most do', () => {
    const found = findWatermark(
      shop(40, (random, i) => (i % 10 < 7 ? marked(anyDisc(random)) : anyDisc(random))),
    )!;
    expect(found.ids.map((id) => (id - 1) % 10 < 7)).toEqual(found.ids.map(() => true));
    expect(found.ids.length).toBeGreaterThan(25);
  });

  it('may be a frame', () => {
    const framed =
      (picture: ColourAt): ColourAt =>
      (x, y) =>
        Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) > 0.48 ? [200, 30, 30] : picture(x, y);
    expect(findWatermark(shop(20, (random) => framed(anyDisc(random))))?.ids).toHaveLength(20);
  });

  it.each([
    ['pictures that share a white ground', (random: () => number) => anyDisc(random)],
    ['nothing but white', () => () => WHITE],
    ['one outline in many colours', (random: () => number) => disc(anyColour(random))],
    ['one outline in one colour', () => disc([30, 30, 30])],
    [
      'products that fill the picture',
      (random: () => number) => disc(anyColour(random), WHITE, 0.48),
    ],
    [
      'one plain ground',
      (random: () => number) => disc(anyColour(random), [180, 200, 210], 0.2 + 0.2 * random()),
    ],
    [
      'stripes of any width',
      (random: () => number) => {
        const times = 4 + Math.floor(20 * random());
        const [one, other] = [anyColour(random), anyColour(random)];
        return disc((x) => (Math.floor(x * times) % 2 ? one : other));
      },
    ],
  ] as [string, (random: () => number) => ColourAt][])('is not seen in %s', (_, draw) => {
    expect(findWatermark(shop(30, draw))).toBeNull();
  });

  it('is not said of few pictures', () => {
    expect(findWatermark(shop(11, (random) => marked(anyDisc(random))))).toBeNull();
  });
});

const usual = (id: number, changed: Partial<ReturnType<typeof sampleFacts>> = {}) => {
  const brightness = 0.5 + 0.01 * (id % 5);
  return {
    id,
    ...LARGE,
    facts: sampleFacts({ brightness, edges: new Uint8Array(1_024), ...changed }),
  };
};
const usualShop = (count: number) => Array.from({ length: count }, (_, i) => usual(i + 1));
const kinds = (pictures: Parameters<typeof checkPictures>[0]) =>
  checkPictures(pictures).map(({ kind, id }): [PictureFindingKind, number] => [kind, id]);

describe('the check of pictures', () => {
  it('finds nothing where there is nothing', () => {
    expect(checkPictures([])).toEqual([]);
    expect(checkPictures(usualShop(30))).toEqual([]);
  });

  it('names those that are too small by their shorter side', () => {
    const pictures = [
      { ...usual(1), widthPx: LEAST_SIDE_PX, heightPx: 2_000 },
      { ...usual(2), widthPx: 2_000, heightPx: LEAST_SIDE_PX - 1 },
    ];
    expect(checkPictures(pictures)).toEqual([
      { kind: 'too-small', id: 2, shorterPx: LEAST_SIDE_PX - 1 },
    ]);
  });

  it('names those with much around the product', () => {
    expect(kinds([usual(1, { clutter: 0.3 }), usual(2, { clutter: 0.05 })])).toEqual([
      ['cluttered', 1],
    ]);
  });

  it('names those unlike the others in brightness or warmth, with what is usual', () => {
    const pictures = [...usualShop(20), usual(21, { brightness: 0.9 }), usual(22, { warmth: 0.4 })];
    const found = checkPictures(pictures);
    expect(kinds(pictures)).toEqual([
      ['off-colour', 21],
      ['off-colour', 22],
    ]);
    expect(found[0]).toMatchObject({ measure: 'brightness', value: 0.9 });
    expect(found[1]).toMatchObject({ measure: 'warmth', value: 0.4, usual: -0.125 });
    expect(found.every((each) => each.kind === 'off-colour' && each.deviations > 3.5)).toBe(true);
  });

  it('knows no usual colour of few pictures, nor where all differ', () => {
    expect(kinds([...usualShop(10), usual(11, { brightness: 0.9 })])).toEqual([]);
    const spread = Array.from({ length: 30 }, (_, i) => usual(i + 1, { brightness: i / 30 }));
    expect(kinds(spread)).toEqual([]);
  });

  it('overlooks what the eye does', () => {
    const pictures = [
      ...Array.from({ length: 20 }, (_, i) => usual(i + 1, { brightness: 0.5 })),
      usual(21, { brightness: 0.6 }),
    ];
    expect(kinds(pictures)).toEqual([]);
  });
});
