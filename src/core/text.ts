const LATIN_LIKE = /[\p{L}\p{N}]+/gu;
const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Longer titles are cut: a pasted description must not outweigh a name. */
const MAX_TITLE_LENGTH = 400;

/**
 * The distinct words of a title, lower-cased, in order of appearance. Scripts without spaces give their pairs of
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

/** Whether a text is, in part, of a script that writes words without spaces between them. */
export function runsTogether(text: string): boolean {
  return HAN_OR_KANA.test(text);
}

/** "Indie, Action" are two things: the parts of a value that lists several, in order, each once. */
export function listedItems(value: string): string[] {
  const items = value.split(/[,;|，；、]/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}

/**
 * The same for texts that differ in case, width, accents, spaces or punctuation only. What tells levels apart stays: "A+" and
 * "A-", "1.5 L" and "15 L", and the marks of scripts that write sounds with them.
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
