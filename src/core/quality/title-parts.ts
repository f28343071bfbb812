// What of a product's name says which product it is, and what says only in which size or colour it comes.

export interface TitleParts {
  /** The other words, in alphabetical order. */
  readonly words: readonly string[];
  /** In alphabetical order. */
  readonly colours: string;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const UNITS = setOf(
  'mm cm dm m km in inch inches ft ml cl dl l ltr litre litres liter liters mg g gr kg oz lb lbs pc pcs piece pieces pk pack packs ct ' +
    '毫米 厘米 公分 米 毫升 升 克 千克 公斤 斤 寸 英寸 只 个 件 张 片 支 枚 卷 条 包 盒 瓶 袋 件装 件套 只装 个装 支装 片装 包装 瓶装 袋装',
);
/** A number after one of these is how many there are, or how large; after others only as "pack of 6": "Party pack 3" is another one. */
const BEFORE_SIZES = setOf('set size');
const BEFORE_OF = setOf('set pack box bag case');
const SIZES = setOf(
  's m l xs xl xxs xxl xxxl 2xl 3xl 4xl 5xl small medium large 大号 中号 小号 特大号 加大号 均码',
);
const COLOURS = setOf(
  'red blue green yellow orange purple violet pink black white grey gray brown beige cream ivory gold silver turquoise navy ' +
    '红色 橙色 黄色 绿色 青色 蓝色 紫色 粉色 黑色 白色 灰色 棕色 金色 银色 米色',
);
/** Written or left out as one likes. */
const FILLERS = setOf('a an the of and');

const ONLY_ASCII = /^[\0-\x7F]*$/;
const HAN = /\p{Script=Han}/u;
/** Chinese has no spaces around what it appends. */
const CHINESE_SIZE_OR_COLOUR = /[特加]?[大中小]号|均码|[红橙黄绿青蓝紫粉黑白灰棕金银米]色|\d+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const NUMBER = /^\d+$/;
const NUMBER_WITH_UNIT = /^\d+(\D+)$/;

export function titleParts(title: string): TitleParts {
  const all = fold(title).match(WORD) ?? [];
  const words: string[] = [];
  const colours = new Set<string>();
  all.forEach((word, i) => {
    if (COLOURS.has(word)) colours.add(word);
    else if (!FILLERS.has(word) && !isSize(all, i)) words.push(word);
  });
  return {
    // "Forts" alone is another name than "Fort".
    words: words.length > 1 ? words.map(singular).sort() : words,
    colours: [...colours].sort().join(' '),
  };
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

/** "L", "500ml", "1.5 l", "set of 6"; a number by itself tells products apart. */
function isSize(words: readonly string[], i: number): boolean {
  const [word, next] = [at(words, i), at(words, i + 1)];
  if (NUMBER.test(word)) return isBeforeUnit(words, i) || isAfterSet(words, i);
  if (SIZES.has(word)) return true;
  if (NUMBER.test(next)) return BEFORE_SIZES.has(word);
  if (next === 'of') return BEFORE_OF.has(word) && NUMBER.test(at(words, i + 2));
  if (UNITS.has(word)) return NUMBER.test(at(words, i - 1));
  return UNITS.has(unitOf(word));
}

/** "1.5 l" has two numbers. */
function isBeforeUnit(words: readonly string[], i: number): boolean {
  let next = i + 1;
  while (NUMBER.test(at(words, next))) next++;
  const unit = at(words, next);
  return UNITS.has(unit) || (next > i + 1 && UNITS.has(unitOf(unit)));
}

function isAfterSet(words: readonly string[], i: number): boolean {
  const before = at(words, i - 1);
  return before === 'of' ? BEFORE_OF.has(at(words, i - 2)) : BEFORE_SIZES.has(before);
}

/** Of "500ml"; '' of others. */
function unitOf(word: string): string {
  return NUMBER_WITH_UNIT.exec(word)?.[1] ?? '';
}

function at(words: readonly string[], i: number): string {
  return words[i] ?? '';
}

/** Of English words; others lose an s that their like loses too. */
function singular(word: string): string {
  return SINGULAR_TOO.test(word) ? word.slice(0, -1) : word;
}
const SINGULAR_TOO = /^[a-z]{3,}[^s]s$/;
