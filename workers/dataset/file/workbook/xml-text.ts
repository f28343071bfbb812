import type { XmlTags } from './xml-tags.ts';

/** How workbooks write a character that XML cannot hold. */
const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** Text of a workbook, made of runs of one format each. Phonetic guides of East Asian words are left out. */
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

/** Decodes characters that a workbook writes as _xHHHH_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
