// Reads the texts that the cells of a workbook share.

import type { ContentPart } from '../content-part.ts';
import { XmlText } from './xml-text.ts';
import { XmlTags } from './xml-tags.ts';

/** Most bytes of texts at a time, as JavaScript holds them. */
export const MOST_TEXTS_BYTES: number = 384 * 1024 ** 2;
const TEXT_BYTES = 32;
const LETTER_BYTES = 2;

/** Returns the shared texts. Throws what `tooMuch` returns where they would take all memory. */
export async function sharedTexts(
  parts: AsyncIterable<ContentPart>,
  tooMuch: (bytes: number) => Error,
): Promise<string[]> {
  const texts: string[] = [];
  const tags = new XmlTags();
  const text = new XmlText();
  let heldBytes = 0;
  for await (const { bytes } of parts) {
    tags.push(bytes);
    while (tags.next()) {
      if (!tags.isNamed('si')) text.take(tags);
      else if (!tags.isClosing) text.clear();
      if (!tags.isNamed('si') || !(tags.isClosing || tags.isSelfClosing)) continue;
      texts.push(text.whole);
      heldBytes += TEXT_BYTES + LETTER_BYTES * text.whole.length;
      if (heldBytes > MOST_TEXTS_BYTES) throw tooMuch(heldBytes);
    }
  }
  return texts;
}
