import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** Saves a chart by its menu. Returns the suggested name and the file. */
export async function savedImage(
  figure: Locator,
  kind: 'SVG' | 'PNG',
): Promise<{ name: string; file: Buffer }> {
  const page = figure.page();
  await figure.getByRole('button', { name: 'Save image' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: kind }).click();
  const download = await started;
  return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
}

interface DrawnAlike {
  /** Share of the PNG's pixels that differ from the background, which is the colour of the first corner. */
  readonly inkShare: number;
  readonly colourCount: number;
  /** Share of colour values in which the SVG clearly differs, at the size of the PNG. */
  readonly differingShare: number;
}

/**
 * Compares both images as a program without the app's page draws them. The page must be empty and without the app's
 * policy.
 */
export async function drawnAlike(
  empty: Page,
  { svg, png }: { svg: Buffer; png: Buffer },
): Promise<DrawnAlike> {
  const addresses = {
    svg: `data:image/svg+xml;base64,${svg.toString('base64')}`,
    png: `data:image/png;base64,${png.toString('base64')}`,
  };
  return await empty.evaluate(async (from) => {
    const pictureOf = async (address: string) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      return picture;
    };
    const [pngPicture, svgPicture] = [await pictureOf(from.png), await pictureOf(from.svg)];
    const { naturalWidth: width, naturalHeight: height } = pngPicture;
    const dotsOf = (picture: HTMLImageElement) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const pencil = canvas.getContext('2d')!;
      pencil.drawImage(picture, 0, 0, width, height);
      return pencil.getImageData(0, 0, width, height).data;
    };
    const [pngDots, svgDots] = [dotsOf(pngPicture), dotsOf(svgPicture)];
    const colours = new Uint32Array(pngDots.buffer);
    const differing = pngDots.filter((value, i) => Math.abs(value - svgDots[i]!) > 64).length;
    return {
      inkShare: colours.filter((colour) => colour !== colours[0]).length / colours.length,
      colourCount: new Set(colours).size,
      differingShare: differing / pngDots.length,
    };
  }, addresses);
}

/** Returns the texts of an SVG file, and whether it is one. */
export async function svgContent(
  empty: Page,
  file: Buffer,
): Promise<{ isSvg: boolean; title: string; words: string; source: string }> {
  return await empty.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    const texts = [...parsed.querySelectorAll('text')];
    return {
      isSvg:
        parsed.querySelector('parsererror') === null && parsed.documentElement.tagName === 'svg',
      title: parsed.querySelector('title')?.textContent ?? '',
      words: texts.map((each) => each.textContent).join(' '),
      source,
    };
  }, file.toString('utf8'));
}
