// Splits a product's name into the words that decide whether another name means the same.

/** Words that are optional in a name. */
const FILLERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'of', 'and']);

const ONLY_ASCII = /^[\0-\x7F]*$/;
const HAN = /\p{Script=Han}/u;
/** Chinese appends sizes and colours without spaces. */
const CHINESE_SIZE_OR_COLOUR = /[特加]?[大中小]号|均码|[红橙黄绿青蓝紫粉黑白灰棕金银米]色|\d+/gu;
/** "500ml" and "500 ml" are each a number and a word; "1.5" is one number. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** Returns the words of a name, without case, accents, punctuation, "the" and English plurals. */
export function titleWords(title: string): string[] {
  const all = fold(title).match(WORD) ?? [];
  const words = all.filter((word) => !FILLERS.has(word)).map((word) => word.replaceAll(',', '.'));
  // The single word "Forts" is another name than "Fort".
  return words.length > 1 ? words.map(singular) : words;
}

function fold(title: string): string {
  const lower = title.toLowerCase().replaceAll("'", '');
  if (ONLY_ASCII.test(lower)) return lower;
  const plain = lower
    .normalize('NFKC')
    .replaceAll('’', '')
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036F]+/g, '')
    .normalize('NFC');
  return HAN.test(plain) ? plain.replace(CHINESE_SIZE_OR_COLOUR, ' $& ') : plain;
}

/** Strips the plural s of English words. Other words lose an s too, but so do those they are compared with. */
function singular(word: string): string {
  return SINGULAR_TOO.test(word) ? word.slice(0, -1) : word;
}
const SINGULAR_TOO = /^[a-z]{3,}[^s]s$/;
