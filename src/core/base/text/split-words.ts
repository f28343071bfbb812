const LATIN_LIKE = /[\p{L}\p{N}]+/gu;
const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Longer titles are cut, so that a pasted description does not outweigh a name. */
const MAX_TITLE_LENGTH = 400;

/**
 * Returns the distinct words of a title, lower-cased, in order of appearance. Scripts without spaces give pairs of
 * characters instead, which serve the same purpose without a dictionary.
 */
export function words(title: string): string[] {
  const found = new Set<string>();
  const runs = title.slice(0, MAX_TITLE_LENGTH).normalize('NFKC').toLowerCase().match(LATIN_LIKE);
  for (const run of runs ?? []) {
    if (!runsTogether(run)) {
      if (run.length > 1) found.add(run);
      continue;
    }
    const characters = Array.from(run);
    for (let i = 0; i + 1 < characters.length; i++) found.add(characters[i]! + characters[i + 1]!);
    if (characters.length === 1) found.add(run);
  }
  return [...found];
}

/** Returns whether a text contains a script that writes words without spaces. */
export function runsTogether(text: string): boolean {
  return HAN_OR_KANA.test(text);
}

/** Returns the distinct items of a value that lists several, in order: "Indie, Action" gives two. */
export function listedItems(value: string): string[] {
  const items = value.split(/[,;|，；、]/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}

/**
 * Returns a key that is equal for texts that differ only in case, width, accents, spaces or punctuation. Differences
 * between levels stay: "A+" and "A-", "1.5 L" and "15 L", and the marks by which some scripts write sounds.
 */
export function spellingKey(text: string): string {
  const key = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036F]+/g, '')
    .normalize('NFC')
    .replace(/^[\s"'‘’“”.,;:]+|[\s"'‘’“”.,;:]+$/g, '')
    .replace(/(?<=\p{L})[\s'’._/-]+(?=\p{L})/gu, '')
    .replace(/(?<!\p{N})\s+|\s+(?!\p{N})/gu, '');
  return key || text;
}
