import type { Locator } from '@playwright/test';

export interface Ink {
  /** Relative luminance as WCAG defines it, 0–1: what is left of a colour in greyscale. */
  readonly luminance: number;
  readonly dashes: string;
}

/** Returns the contrast ratio of WCAG, 1–21. */
export function contrast({ luminance: a }: Ink, { luminance: b }: Ink): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Returns the distinct inks of elements, by the property that holds their colour. */
export async function inksOf(
  elements: Locator,
  property: 'fill' | 'stroke' | 'background-color',
): Promise<Ink[]> {
  return await elements.evaluateAll((all, name) => {
    const pencil = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const luminanceOf = (colour: string) => {
      pencil.fillStyle = colour;
      pencil.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...pencil.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const looks = new Map(
      all.map((element) => {
        const styles = getComputedStyle(element);
        const [colour, dashes] = [styles.getPropertyValue(name), styles.strokeDasharray];
        return [`${colour} ${dashes}`, { colour, dashes }];
      }),
    );
    return [...looks.values()]
      .filter(({ colour }) => CSS.supports('color', colour))
      .map(({ colour, dashes }) => ({ luminance: luminanceOf(colour), dashes }));
  }, property);
}
