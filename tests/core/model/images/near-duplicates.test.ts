import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { differenceHash, differingBits, onesIn } from '#core/model/images/difference-hash.ts';
import { nearDuplicates } from '#core/model/images/near-duplicates.ts';
import { pictureFacts } from '#core/model/images/picture-facts.ts';
import { disc, drawn, WHITE, type Rgb } from '../../../support/drawn-picture.ts';
import { sampleFacts } from '../../../support/picture.ts';

const hashes = fc.stringMatching(/^[0-9a-f]{16}$/);

describe('the difference hash', () => {
  it('has a bit where the right neighbour is brighter', () => {
    const rising = Float32Array.from({ length: 72 }, (_, i) => 10 * (i % 9));
    const frame = { fromX: 0, toX: 9, fromY: 0, toY: 8 };
    expect(differenceHash({ width: 9 }, rising, frame)).toBe('f'.repeat(16));
    expect(
      differenceHash(
        { width: 9 },
        rising.map((luma) => -luma),
        frame,
      ),
    ).toBe('0'.repeat(16));
    const first = Float32Array.from({ length: 72 }, (_, i) => (i === 1 ? 90 : 0));
    expect(differenceHash({ width: 9 }, first, frame)).toBe(`8${'0'.repeat(15)}`);
  });

  it('counts bits as counting one by one does', () => {
    const ones = (hash: string) => BigInt(`0x${hash}`).toString(2).replaceAll('0', '').length;
    fc.assert(
      fc.property(hashes, hashes, (one, other) => {
        const both = (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(16);
        return (
          differingBits(one, other) === ones(both) &&
          onesIn(Number.parseInt(one.slice(0, 8), 16)) === ones(one.slice(0, 8))
        );
      }),
    );
  });
});

/** A product of blocks of colours, some of which are dark; `noise` changes each pixel. */
function product(
  seed: number,
  { margin = 0.15, noise = 0, side = 96, tint = [0, 0, 0] as Rgb } = {},
) {
  const random = seededRandom(seed);
  const blocks = Array.from(
    { length: 36 },
    () => [0, 1, 2].map(() => Math.floor(220 * random())) as unknown as Rgb,
  );
  const noisy = seededRandom(seed + 1);
  const colourAt = (x: number, y: number): Rgb => {
    const [u, v] = [x, y].map((at) => (at - margin) / (1 - 2 * margin)) as [number, number];
    const isInside = u >= 0 && u < 1 && v >= 0 && v < 1;
    const colour = isInside ? blocks[Math.floor(u * 6) + 6 * Math.floor(v * 6)]! : WHITE;
    return colour.map((byte, c) => {
      const shade = isInside ? byte + tint[c]! : byte;
      return Math.max(0, Math.min(255, shade + noise * (noisy() - 0.5)));
    }) as unknown as Rgb;
  };
  return pictureFacts(drawn(colourAt, { width: side, height: side }));
}

const groupsOf = (all: readonly ReturnType<typeof pictureFacts>[]) =>
  nearDuplicates(all.map((facts, i) => ({ id: i + 1, facts })));

describe('nearly the same pictures', () => {
  it('are those made smaller, cut closer, or saved with noise', () => {
    const all = [
      product(1),
      product(2),
      product(1, { side: 60 }),
      product(3),
      product(1, { margin: 0.05 }),
      product(2, { noise: 12 }),
    ];
    expect(groupsOf(all)).toEqual([
      [1, 3, 5],
      [2, 6],
    ]);
  });

  it('are none of other products, however many', () => {
    expect(groupsOf(Array.from({ length: 60 }, (_, i) => product(100 + i)))).toEqual([]);
  });

  it('are none of one shape in two colours', () => {
    expect(groupsOf([product(1), product(1, { tint: [0, 0, 60] })])).toEqual([]);
    const shaded = (red: number, blue: number) =>
      disc((x, y) => [red * (0.4 + x / 2), 40 * y, blue * (0.4 + x / 2)]);
    expect(
      groupsOf([pictureFacts(drawn(shaded(255, 0))), pictureFacts(drawn(shaded(0, 255)))]),
    ).toEqual([]);
  });

  it('are none with hardly anything in them', () => {
    const empty = ['0000000000000000', '0000000000000001', 'ffffffffffffffff'].map((hash) =>
      sampleFacts({ hash }),
    );
    expect(groupsOf([...empty, ...empty])).toEqual([]);
    expect(groupsOf([pictureFacts(drawn(() => WHITE)), pictureFacts(drawn(() => WHITE))])).toEqual(
      [],
    );
  });

  it('are joined through others, and come in their order', () => {
    const hash = (bits: string) => sampleFacts({ hash: `00ff00ff00ff${bits}` });
    const all = ['0fff', '00f0', '000f', '00ff'].map(hash);
    expect(nearDuplicates(all.map((facts, i) => ({ id: 9 - i, facts })))).toEqual([[9, 8, 7, 6]]);
  });
});
