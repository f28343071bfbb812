// OKLab (Björn Ottosson, 2020): colours as lightness and two opponent axes, in which equal distances look about equal.

import { LINEAR_LIGHT } from './linear-light.ts';
import type { Pixels } from './pixels.ts';

/** Colours of all pixels: lightness 0–1, a from green to red, b from blue to yellow, about -0.4 to 0.4. */
export interface LabPixels {
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

export type Lab = readonly [lightness: number, a: number, b: number];

/** Returns the colour of sRGB bytes. */
export function oklab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [LINEAR_LIGHT[red]!, LINEAR_LIGHT[green]!, LINEAR_LIGHT[blue]!];
  const l = Math.cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
  const m = Math.cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
  const s = Math.cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
  return [
    0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
    0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
  ];
}

/** Returns the colours of all pixels. */
export function labPixels({ width, height, data }: Pixels): LabPixels {
  const count = width * height;
  const lab = {
    lightness: new Float32Array(count),
    a: new Float32Array(count),
    b: new Float32Array(count),
  };
  for (let i = 0; i < count; i++) {
    const [lightness, a, b] = oklab(data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!);
    lab.lightness[i] = lightness;
    lab.a[i] = a;
    lab.b[i] = b;
  }
  return lab;
}

/** Returns the distance of a pixel from a colour. Math.hypot would take ten times as long. */
export function distanceAt({ lightness, a, b }: LabPixels, i: number, [l, ca, cb]: Lab): number {
  const [down, left, back] = [lightness[i]! - l, a[i]! - ca, b[i]! - cb];
  return Math.sqrt(down * down + left * left + back * back);
}

export function labAt({ lightness, a, b }: LabPixels, i: number): Lab {
  return [lightness[i]!, a[i]!, b[i]!];
}
