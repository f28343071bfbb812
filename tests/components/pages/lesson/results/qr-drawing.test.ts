import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { drawQr } from '#components/pages/lesson/results/qr-drawing.ts';

const PIXELS = 4;

/** Paints a drawing as a browser does, and reads the picture with another library. */
function readBack(text: string): string | undefined {
  const { size, path } = drawQr(text);
  const side = size * PIXELS;
  const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    const [left, top] = [Number(x) * PIXELS, Number(y) * PIXELS];
    for (let row = top; row < top + PIXELS; row++)
      for (let at = left; at < left + Number(width) * PIXELS; at++)
        pixels.fill(0, 4 * (row * side + at), 4 * (row * side + at) + 3);
  }
  expect(path.replace(/M\d+ \d+h\d+v1H\d+z/g, '')).toBe('');
  return jsQR(pixels, side, side)?.data;
}

describe('a drawn QR code', () => {
  it.each([
    'https://shop.example/workshop/results/#12ABC8VNF7YYYZZ01KMWQ3',
    `https://${'long.'.repeat(30)}example/debut/workshop/results/#1000000000000000000000`,
    'http://192.168.1.20:4173/店/workshop/results/#12ABC8VNF7YYYZZ01KMWQ3',
  ])('is read by another library as what was written: %s', (text) => {
    expect(readBack(text)).toBe(text);
  });
});
