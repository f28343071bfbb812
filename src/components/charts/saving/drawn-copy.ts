/** Styles that a drawing takes from the page's style sheets and that a copy must carry itself. */
const STYLES = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width'],
  ...['stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
];
const COLOURS = new Set(['fill', 'stroke']);

/** Copies a drawing without its texts. The copy looks the same without the page's styles. */
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
