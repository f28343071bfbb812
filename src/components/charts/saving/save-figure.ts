import { saveFile } from '#components/ui/files/save-file.ts';
import { asPng } from './as-png.ts';
import { asSvg } from './as-svg.ts';
import { figureImage } from './figure-image.ts';

export type ImageKind = 'png' | 'svg';

/** Saves a figure as an image file named after its title. */
export async function saveFigure(
  figure: HTMLElement,
  { kind, title }: { kind: ImageKind; title: string },
): Promise<void> {
  const image = figureImage(figure);
  const file = await (kind === 'svg' ? asSvg(image, { title }) : asPng(image));
  saveFile(imageFileName(title, kind), file);
}

/**
 * Returns a file name that any system accepts: the letters and numbers of the title, words joined by hyphens. It has at
 * most 80 characters before the extension.
 */
export function imageFileName(title: string, kind: ImageKind): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? ['debut'];
  return `${words.join('-').slice(0, 80)}.${kind}`;
}
