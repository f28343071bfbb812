import type { XmlTags } from './xml-tags.ts';

/** How workbooks write a letter that XML has none for. */
const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** A text of a workbook, in runs of one look each; how an East Asian word is spoken is none of it. */
export class XmlText {
  #runs = '';
  #isSpoken = false;

  clear(): void {
    this.#runs = '';
    this.#isSpoken = false;
  }

  take(tag: XmlTags): void {
    if (tag.isNamed('rPh')) this.#isSpoken = !tag.isClosing && !tag.isSelfClosing;
    else if (tag.isClosing && !this.#isSpoken && tag.isNamed('t')) this.#runs += tag.text;
  }

  get whole(): string {
    return unescaped(this.#runs);
  }
}

export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
