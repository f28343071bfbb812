/** What the page's styles say about a drawing; a copy must say it itself. */
const STYLES = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width'],
  ...['stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
];
const COLOURS = new Set(['fill', 'stroke']);

/** A copy of a drawing without its texts, that looks the same without the page. */
export function drawnCopy(drawing: SVGSVGElement, plain: (colour: string) => string): SVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, i) => {
    const styles = getComputedStyle(original);
    for (const name of STYLES) {
      const value = styles.getPropertyValue(name);
      copies[i]!.setAttribute(name, COLOURS.has(name) ? plain(value) : value);
    }
    copies[i]!.removeAttribute('class');
    copies[i]!.removeAttribute('style');
  });
  for (const left of copy.querySelectorAll('style, text')) left.remove();
  copy.setAttribute('overflow', 'visible');
  return copy;
}
