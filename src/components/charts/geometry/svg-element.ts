type Attributes = Readonly<Record<string, string | number>>;

export function svgElement(name: string, attributes: Attributes = {}, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(element, attributes);
  if (text) element.textContent = text;
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
