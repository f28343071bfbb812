import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOUR_NAMES } from '#core/launch/looks.ts';
import { pictureFacts } from '#core/model/images/picture-facts.ts';
import { EDGE_CELLS } from '#core/model/images/product-picture.ts';
import { pixelsOf } from '../../../support/decode-in-node.ts';
import { disc, drawn, WHITE, type Rgb } from '../../../support/drawn-picture.ts';

const marksOf = (...asked: Parameters<typeof drawn>) => pictureFacts(drawn(...asked)).marks;
const RED: Rgb = [200, 25, 30];
const BLUE: Rgb = [30, 60, 180];

describe('the colour of a product', () => {
  it.each([
    ['black', [20, 20, 22]],
    ['grey', [128, 128, 128]],
    ['brown', [101, 67, 33]],
    ['beige', [222, 203, 170]],
    ['red', [200, 25, 30]],
    ['orange', [245, 125, 20]],
    ['yellow', [250, 220, 40]],
    ['green', [40, 140, 60]],
    ['green', [0, 128, 110]],
    ['blue', [30, 60, 180]],
    ['blue', [20, 30, 80]],
    ['blue', [120, 180, 230]],
    ['purple', [110, 40, 150]],
    ['pink', [245, 160, 185]],
    ['pink', [230, 30, 140]],
  ] as [string, Rgb][])('is %s where it is rgb(%j)', (name, colour) => {
    expect(marksOf(disc(colour)).colour).toBe(name);
    expect(marksOf(disc(colour, [90, 160, 150])).colour).toBe(name);
  });

  it('is white on a ground of another colour', () => {
    expect(marksOf(disc(WHITE, BLUE))).toMatchObject({ colour: 'white', background: 'plain' });
  });

  it('is white where nothing stands out from white', () => {
    expect(marksOf(() => WHITE)).toMatchObject({ colour: 'white', background: 'white' });
  });

  it('is not clear where two take as much', () => {
    expect(marksOf(disc((x) => (x < 0.5 ? RED : BLUE))).colour).toBeNull();
    expect(marksOf(disc((x) => (x < 0.42 ? RED : BLUE))).colour).toBe('blue');
  });
});

describe('what is behind a product', () => {
  it('is white, one colour, or a scene', () => {
    expect(marksOf(disc(RED)).background).toBe('white');
    expect(marksOf(disc(RED, [240, 240, 242])).background).toBe('white');
    expect(marksOf(disc(RED, [205, 205, 205])).background).toBe('plain');
    const scene = (x: number, y: number): Rgb => [
      40 + 150 * (Math.floor(x * 7) % 2),
      90,
      60 + 150 * (Math.floor(y * 5) % 2),
    ];
    const picture = (x: number, y: number): Rgb =>
      Math.hypot(x - 0.5, y - 0.5) < 0.3 ? [250, 220, 40] : scene(x, y);
    expect(marksOf(picture)).toMatchObject({ background: 'scene', colour: 'yellow' });
  });

  it('includes a soft shadow', () => {
    const shadow = (_: number, y: number): Rgb =>
      y > 0.7 ? (Array(3).fill(255 - 200 * (y - 0.7)) as unknown as Rgb) : WHITE;
    const picture = (x: number, y: number): Rgb =>
      Math.hypot(x - 0.5, y - 0.45) < 0.2 ? RED : shadow(x, y);
    expect(pictureFacts(drawn(picture)).marks.colour).toBe('red');
    expect(pictureFacts(drawn(picture)).saturation).toBeGreaterThan(0.6);
  });
});

describe('a pattern', () => {
  const at = (place: number, times: number) => Math.floor(place * times) % 2 === 0;
  const checked = (times: number) => disc((x, y) => (at(x, times) === at(y, times) ? RED : BLUE));

  it('is one of stripes, checks and dots', () => {
    expect(marksOf(disc((x) => (at(x, 20) ? RED : BLUE))).isPatterned).toBe(true);
    expect(marksOf(disc((_, y) => (at(y, 9) ? RED : BLUE))).isPatterned).toBe(true);
    expect(marksOf(checked(24)).isPatterned).toBe(true);
    const dots = disc((x, y) =>
      Math.hypot(((x * 16) % 1) - 0.5, ((y * 16) % 1) - 0.5) < 0.3 ? WHITE : BLUE,
    );
    expect(marksOf(dots).isPatterned).toBe(true);
  });

  it('is no shading, no outline and no second part', () => {
    expect(marksOf(disc(RED)).isPatterned).toBe(false);
    const shaded = disc((x, y) => [Math.round(120 + 130 * x), 30, Math.round(30 + 40 * y)]);
    expect(marksOf(shaded).isPatterned).toBe(false);
    expect(marksOf(disc((_, y) => (y < 0.5 ? RED : BLUE))).isPatterned).toBe(false);
  });
});

describe('means', () => {
  it('are those of the product', () => {
    const { brightness, saturation, warmth, clutter } = pictureFacts(drawn(disc([204, 51, 102])));
    expect(brightness).toBeCloseTo(0.2126 * 0.8 + 0.7152 * 0.2 + 0.0722 * 0.4, 2);
    expect(saturation).toBeCloseTo(0.6, 2);
    expect(warmth).toBeCloseTo(0.4, 2);
    expect(clutter).toBe(0);
  });
});

describe('what lies around', () => {
  it('is counted beyond the product, not on it', () => {
    const dotted = (x: number, y: number, ground = WHITE): Rgb =>
      Math.floor(x * 24) % 3 === 0 && Math.floor(y * 24) % 3 === 0 ? [0, 0, 0] : ground;
    const around = (x: number, y: number): Rgb =>
      Math.hypot(x - 0.5, y - 0.5) < 0.2 ? RED : dotted(x, y);
    expect(pictureFacts(drawn(around)).clutter).toBeGreaterThan(0.15);
    expect(pictureFacts(drawn(disc((x, y) => dotted(x, y, RED)))).clutter).toBeLessThan(0.05);
  });
});

describe('the grid of edges', () => {
  it('is strong where the outline is, and nowhere else', () => {
    const { edges } = pictureFacts(
      drawn((x) => (x < 0.5 ? [0, 0, 0] : WHITE), { width: 128, height: 64 }),
    );
    for (let row = 0; row < EDGE_CELLS; row++) {
      const cells = [...edges.subarray(row * EDGE_CELLS, (row + 1) * EDGE_CELLS)];
      expect(cells.filter((cell) => cell > 0)).toHaveLength(2);
      expect(cells[15]! + cells[16]!).toBeGreaterThan(100);
    }
  });
});

describe('any pixels', () => {
  it('have facts that can be stored and shown', () => {
    const size = fc.integer({ min: 1, max: 24 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (width, height, bytes) => {
          const rgb = Uint8Array.from(
            { length: 3 * width * height },
            () => bytes.next().value as number,
          );
          const { marks, hash, brightness, saturation, warmth, clutter, edges } = pictureFacts(
            pixelsOf(rgb, { width, height }),
          );
          const shares = [brightness, saturation, Math.abs(warmth), clutter];
          expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
          expect(hash).toMatch(/^[0-9a-f]{16}$/);
          expect(edges).toHaveLength(EDGE_CELLS ** 2);
          if (marks.colour !== null) expect(COLOUR_NAMES).toContain(marks.colour);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const ICONIC = '../shared/data/grocery-pictures/iconic';
const PYTHON = '/usr/bin/python3';
const DECODE =
  'import sys; from PIL import Image; i = Image.open(sys.argv[1]).convert("RGB"); i.thumbnail((256, 256)); sys.stdout.buffer.write(bytes([*i.size])+i.tobytes())';

describe.skipIf(!existsSync(ICONIC) || !canDecode())('pictures of groceries', () => {
  it.each([
    ['01-Granny-Smith', ['green']],
    ['03-Red-Delicious', ['red']],
    ['06-Banana', ['yellow']],
    ['07-Kiwi', ['brown']],
    ['08-Lemon', ['yellow']],
    ['60-Aubergine', ['black', 'purple']],
    ['62-Carrots', ['orange']],
    ['64-Garlic', ['beige', 'white']],
    ['69-Green-Bell-Pepper', ['green']],
    ['70-Orange-Bell-Pepper', ['orange']],
    ['77-Beef-Tomato', ['red']],
    ['80-Zucchini', ['green']],
  ])('%s is %s, on white, without a pattern', (name, colours) => {
    const out = execFileSync(PYTHON, ['-c', DECODE, `${ICONIC}/${name}.jpg`], { maxBuffer: 1e7 });
    const [width, height] = out;
    const { marks, clutter } = pictureFacts(
      pixelsOf(out.subarray(2), { width: width!, height: height! }),
    );
    expect(colours).toContain(marks.colour);
    expect(marks).toMatchObject({ background: 'white', isPatterned: false });
    expect(clutter).toBeLessThan(0.02);
  });
});

function canDecode(): boolean {
  try {
    execFileSync(PYTHON, ['-c', 'import PIL'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
