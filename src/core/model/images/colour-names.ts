// Which of twelve names a colour has: by lightness, chroma and hue in OKLab, with bounds set by the eye.

import type { ColourName } from '#core/launch/looks.ts';
import type { Lab } from './oklab.ts';

/** Up to which hue, in degrees, each name goes; what is beyond the last is red again. */
const HUES: readonly (readonly [until: number, name: ColourName])[] = [
  [8, 'pink'],
  [42, 'red'],
  [76, 'orange'],
  [108, 'yellow'],
  [186, 'green'],
  [278, 'blue'],
  [325, 'purple'],
  [360, 'pink'],
];
/** Chroma below which a colour counts as grey; it is smaller where it is light, as a faint tint shows on white. */
const GREY = { light: 0.022, dark: 0.028 };
const BLACK = { grey: 0.36, coloured: 0.22 };
const WHITE = 0.87;
/** Warm colours that are dull or dark are brown, and beige where they are light and dull. */
const WARM = { from: 25, until: 100 };
const BROWN = { lightness: 0.62, chroma: 0.135, darkest: 0.5 };
const BEIGE = { lightness: 0.7, chroma: 0.095 };
/** A light red is pink. */
const PINK_LIGHTNESS = 0.72;

/** Returns the name of a colour. */
export function colourName([lightness, a, b]: Lab): ColourName {
  const chroma = Math.sqrt(a * a + b * b);
  const isLight = lightness > BEIGE.lightness;
  if (chroma < (isLight ? GREY.light : GREY.dark)) return greyName(lightness);
  if (lightness < BLACK.coloured) return 'black';
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const name = HUES.find(([until]) => hue < until)![1];
  if (hue >= WARM.from && hue < WARM.until) return warmName(name, lightness, chroma);
  return name === 'red' && lightness > PINK_LIGHTNESS ? 'pink' : name;
}

function greyName(lightness: number): ColourName {
  if (lightness < BLACK.grey) return 'black';
  return lightness > WHITE ? 'white' : 'grey';
}

function warmName(name: ColourName, lightness: number, chroma: number): ColourName {
  if (name === 'red') {
    if (lightness > PINK_LIGHTNESS) return 'pink';
    return chroma < BROWN.chroma * 0.75 ? 'brown' : 'red';
  }
  if (lightness >= BEIGE.lightness) return chroma < BEIGE.chroma ? 'beige' : name;
  const isBrown =
    lightness < BROWN.lightness && (chroma < BROWN.chroma || lightness < BROWN.darkest);
  return isBrown || chroma < BEIGE.chroma ? 'brown' : name;
}
