import type { FigureImage } from './figure-image.ts';
import { ownFonts } from './own-fonts.ts';
import { svgElement } from '../geometry/svg-element.ts';
import type { TextLine } from './text-lines.ts';

/** Returns a figure as an SVG file, with its words as text and the page's fonts embedded. */
export async function asSvg(
  { drawing, texts }: FigureImage,
  { title }: { title: string },
): Promise<Blob> {
  const whole = drawing.cloneNode(true) as SVGSVGElement;
  whole.setAttribute('lang', document.documentElement.lang);
  whole.prepend(svgElement('title', {}, title), svgElement('style', {}, await ownFonts()));
  whole.append(...texts.map(textElement));
  return svgFile(whole);
}

export function svgFile(drawing: SVGSVGElement): Blob {
  const text = new XMLSerializer().serializeToString(drawing);
  return new Blob([text], { type: 'image/svg+xml' });
}

function textElement({ text, x, y, look }: TextLine): SVGElement {
  const halo = look.halo
    ? {
        ...{ stroke: look.halo, 'stroke-width': 4, 'stroke-linejoin': 'round' },
        'paint-order': 'stroke',
      }
    : {};
  const attributes = {
    ...{ x: x.toFixed(2), y: y.toFixed(2), fill: look.colour },
    'font-family': look.family,
    'font-size': look.size,
    'font-weight': look.weight,
    ...(look.isTabular ? { 'font-variant-numeric': 'tabular-nums' } : {}),
    // The end of right-to-left text is its left end.
    ...(look.direction === 'rtl' ? { direction: 'rtl', 'text-anchor': 'end' } : {}),
    ...halo,
  };
  return svgElement('text', attributes, text);
}
