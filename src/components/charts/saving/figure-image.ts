import { drawnCopy } from './drawn-copy.ts';
import { plainColours } from './plain-colour.ts';
import { setAttributes, svgElement } from '../geometry/svg-element.ts';
import { textLines, type TextLine } from './text-lines.ts';

/** A figure as shown on screen, in its theme: a drawing that does not need the page, and the text on it. */
export interface FigureImage {
  readonly width: number;
  readonly height: number;
  readonly drawing: SVGSVGElement;
  readonly texts: readonly TextLine[];
}

const MARGIN = 20;

/**
 * Reads a figure from the page as an image, without parts that are visually hidden or marked `data-unsaved`.
 * @throws where the browser gives no canvas
 */
export function figureImage(figure: HTMLElement): FigureImage {
  const pencil = document.createElement('canvas').getContext('2d');
  if (!pencil) throw new Error('expected a canvas to measure text with, got none');
  const plain = plainColours();
  const origin = figure.getBoundingClientRect();
  const texts: TextLine[] = [];
  const parts: Element[] = [];
  let lowest = origin.top;

  const x = (onScreen: number) => onScreen - origin.x + MARGIN;
  const y = (onScreen: number) => onScreen - origin.y + MARGIN;
  const area = (box: DOMRect) => ({
    ...{ x: x(box.x), y: y(box.y), width: box.width, height: box.height },
  });

  const putText = (node: Text) => {
    for (const line of textLines(node, { pencil, plain })) {
      lowest = Math.max(lowest, line.y);
      const pieces = line.pieces.map((piece) => ({ ...piece, x: x(piece.x) }));
      texts.push({ ...line, x: x(line.x), y: y(line.y), pieces });
    }
  };

  const putDrawing = (drawing: SVGSVGElement, box: DOMRect) => {
    lowest = Math.max(lowest, box.bottom);
    const copy = drawnCopy(drawing, plain);
    setAttributes(copy, area(box));
    parts.push(copy);
    const words = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const node = words.currentNode as Text;
      if (node.parentElement?.closest('text')) putText(node);
    }
  };

  const putElement = (element: Element) => {
    if (element.matches('[data-unsaved], .visually-hidden')) return;
    const box = element.getBoundingClientRect();
    if (element instanceof SVGSVGElement) {
      putDrawing(element, box);
      return;
    }
    if (element instanceof HTMLCanvasElement) {
      parts.push(svgElement('image', { ...area(box), href: element.toDataURL() }));
      return;
    }
    const fill = plain(getComputedStyle(element).backgroundColor);
    if (fill !== 'rgba(0, 0, 0, 0)' && element !== figure)
      parts.push(svgElement('rect', { ...area(box), fill }));
    for (const child of element.childNodes) {
      if (child instanceof Text) putText(child);
      else if (child instanceof Element) putElement(child);
    }
  };

  putElement(figure);
  const width = Math.ceil(origin.width + 2 * MARGIN);
  const height = Math.ceil(lowest - origin.top + 2 * MARGIN);
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const drawing = svgElement('svg', size) as SVGSVGElement;
  const ground = plain(getComputedStyle(figure).backgroundColor);
  drawing.append(svgElement('rect', { width, height, fill: ground }), ...parts);
  return { width, height, drawing, texts };
}
