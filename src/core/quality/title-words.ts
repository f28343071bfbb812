// The words of a product's name by which it is told whether another name says the same.

/** Written or left out as one likes. */
const FILLERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'of', 'and']);

const ONLY_ASCII = /^[\0-\x7F]*$/;
const HAN = /\p{Script=Han}/u;
/** Chinese has no spaces around what it appends. */
const CHINESE_SIZE_OR_COLOUR = /[特加]?[大中小]号|均码|[红橙黄绿青蓝紫粉黑白灰棕金银米]色|\d+/gu;
/** "500ml" and "500 ml" are a number and a word each, "1.5" is one number. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** Without what names of one product differ in: case, accents, punctuation, "the", a plural. */
export function titleWords(title: string): string[] {
  const all = fold(title).match(WORD) ?? [];
  const words = all.filter((word) => !FILLERS.has(word)).map((word) => word.replaceAll(',', '.'));
  // "Forts" alone is another name than "Fort".
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

/** Of English words; others lose an s that their like loses too. */
function singular(word: string): string {
  return SINGULAR_TOO.test(word) ? word.slice(0, -1) : word;
}
const SINGULAR_TOO = /^[a-z]{3,}[^s]s$/;
