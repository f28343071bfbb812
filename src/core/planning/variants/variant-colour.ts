// Reads a colour: its own name, the same in every language and spelling, and the family of similar colours that it is of.

import { words } from '#core/base/text/words.ts';

export type ColourFamily =
  | 'black'
  | 'white'
  | 'grey'
  | 'brown'
  | 'beige'
  | 'red'
  | 'pink'
  | 'orange'
  | 'yellow'
  | 'green'
  | 'blue'
  | 'purple'
  | 'metal'
  | 'mixed';

export interface VariantColour {
  /** A common name for all spellings, such as "dark blue" for "Dunkelblau" and "深蓝色". */
  readonly name: string;
  readonly family: ColourFamily;
}

/** Names of each family. The first one stands for the family's plain colour in every language. */
const NAMES: Readonly<Record<ColourFamily, readonly (readonly string[])[]>> = {
  black: [
    ['black', 'schwarz', 'noir', 'negro', 'preto', 'nero', '黑', 'blk'],
    ['charcoal', '炭黑'],
    ['onyx', 'jet'],
  ],
  white: [
    ['white', 'weiß', 'weiss', 'blanc', 'blanco', 'branco', 'bianco', '白', 'wht'],
    ['ivory', '象牙白', '象牙'],
    ['cream', 'creme', 'off white', 'offwhite', 'ecru', '米白', '奶白', '奶油'],
    ['pearl'],
  ],
  grey: [
    ['grey', 'gray', 'grau', 'gris', 'cinza', 'grigio', '灰', 'gry'],
    ['silver grey', '银灰'],
    ['slate'],
    ['stone'],
    ['graphite', 'anthracite', 'anthrazit'],
  ],
  brown: [
    ['brown', 'braun', 'marron', 'marrón', 'castanho', 'marrone', '棕', '褐', 'brn'],
    ['coffee', '咖啡', '咖'],
    ['chocolate', '巧克力'],
    ['camel', '驼'],
    ['tan'],
    ['rust'],
    ['cognac'],
    ['caramel', '焦糖'],
  ],
  beige: [
    ['beige', '米', '米黄'],
    ['sand'],
    ['natural', 'nude', '裸'],
    ['khaki', '卡其', '卡'],
    ['apricot', '杏'],
    ['oatmeal', '燕麦'],
    ['taupe'],
  ],
  red: [
    ['red', 'rot', 'rouge', 'rojo', 'vermelho', 'rosso', '红', '大红'],
    ['burgundy', 'wine', 'bordeaux', 'maroon', '酒红', '枣红'],
    ['coral', '珊瑚'],
    ['scarlet', 'crimson'],
  ],
  pink: [
    ['pink', 'rosa', 'rose', '粉', '粉红', 'pnk'],
    ['fuchsia', 'magenta', 'hot pink', '玫红', '玫瑰'],
    ['blush'],
  ],
  orange: [
    ['orange', 'laranja', 'naranja', '橙', '橘', '桔', 'org'],
    ['peach', '桃'],
    ['terracotta'],
  ],
  yellow: [
    ['yellow', 'gelb', 'jaune', 'amarillo', 'amarelo', 'giallo', '黄', 'ylw'],
    ['mustard', '姜黄'],
    ['lemon', '柠檬黄', '柠檬'],
  ],
  green: [
    ['green', 'grün', 'vert', 'verde', '绿', 'grn'],
    ['olive', 'army green', '军绿', '橄榄绿'],
    ['mint', '薄荷', '薄荷绿'],
    ['sage'],
    ['forest'],
    ['emerald'],
    ['teal', '墨绿'],
  ],
  blue: [
    ['blue', 'blau', 'bleu', 'azul', 'blu', '蓝', 'blu'],
    ['navy', 'navy blue', 'marine', '藏青', '藏蓝', '海军蓝'],
    ['sky blue', 'sky', '天蓝', '青'],
    ['turquoise', 'türkis', 'aqua', '湖蓝', '青绿'],
    ['indigo'],
    ['denim', '牛仔蓝', '牛仔'],
    ['royal blue', 'royal', '宝蓝', '宝石蓝'],
    ['cobalt'],
  ],
  purple: [
    ['purple', 'violet', 'lila', 'roxo', 'morado', 'viola', '紫'],
    ['lilac', 'lavender', '香芋紫', '薰衣草'],
    ['plum', 'aubergine'],
    ['mauve'],
  ],
  metal: [
    ['gold', 'doré', 'dorado', 'dourado', '金', 'golden'],
    ['silver', 'silber', 'argent', 'prata', 'plateado', '银'],
    ['bronze'],
    ['copper'],
    ['rose gold', '玫瑰金'],
  ],
  mixed: [
    ['multicolour', 'multicolor', 'multi', 'bunt', 'mixed', '彩', '花', '混', '拼'],
    ['transparent', 'clear', '透明'],
  ],
};

const BY_WORD: ReadonlyMap<string, VariantColour> = new Map(
  (Object.entries(NAMES) as [ColourFamily, (typeof NAMES)[ColourFamily]][]).flatMap(
    ([family, groups]) =>
      groups.flatMap((words) =>
        words.map((word): [string, VariantColour] => [word, { name: words[0]!, family }]),
      ),
  ),
);

/** Words and characters that make a colour lighter or darker, by their common name. */
const SHADES: ReadonlyMap<string, string> = new Map([
  ...(['light', 'pale', 'hell', 'clair', 'claro', 'soft', 'pastel'] as const).map(
    (w) => [w, 'light'] as const,
  ),
  ...(['浅', '淡', '浅淡', '粉'] as const).map((w) => [w, 'light'] as const),
  ...(['dark', 'deep', 'dunkel', 'foncé', 'oscuro', 'escuro', '深', '暗'] as const).map(
    (w) => [w, 'dark'] as const,
  ),
  ...(['bright', '亮', '荧光', 'neon'] as const).map((w) => [w, 'bright'] as const),
]);
/** Said of the surface, not of the hue. */
const SURFACES: ReadonlySet<string> = new Set(
  words('matt, matte, heather, washed, dusty, solid, melange, colour, color'),
);
const JOINTS = /\s*(?:[&+]|\band\b|\bund\b|\bet\b|和|拼)\s*/u;

/** Returns the colour that a text names; null where it names none. */
export function variantColour(text: string): VariantColour | null {
  const said = text.normalize('NFKC').toLowerCase().replace(LABEL, '').trim();
  if (said === '') return null;
  const single = singleColour(said);
  if (single) return single;
  const parts = said.split(JOINTS).map((part) => singleColour(part));
  if (parts.length < 2 || parts.some((part) => part === null)) return null;
  const names = parts.map((part) => part!.name);
  return { name: names.join(' and '), family: parts[0]!.family };
}

const LABEL = /^(?:colou?r|farbe|couleur|颜色|色)\s*:\s*/u;

function singleColour(said: string): VariantColour | null {
  const plain = said.replace(/(?<=.)色$/u, '').replaceAll('-', ' ');
  const known = BY_WORD.get(plain);
  if (known) return known;
  return /\p{Script=Han}/u.test(plain) ? chineseColour(plain) : wordedColour(plain);
}

/** "深蓝", "雾霾蓝": what stands before the last known colour makes a shade of it. */
function chineseColour(plain: string): VariantColour | null {
  for (let from = 1; from < plain.length; from++) {
    const colour = BY_WORD.get(plain.slice(from));
    if (!colour) continue;
    const before = plain.slice(0, from);
    return { name: `${SHADES.get(before) ?? before} ${colour.name}`, family: colour.family };
  }
  return null;
}

/** "light blue", "hellblau", "washed black". */
function wordedColour(plain: string): VariantColour | null {
  const joined = [...SHADES].find(
    ([shade]) => plain.startsWith(shade) && BY_WORD.has(plain.slice(shade.length).trim()),
  );
  if (joined) return shaded(joined[1], BY_WORD.get(plain.slice(joined[0].length).trim())!);
  const words = plain.split(/[\s-]+/u).filter((word) => !SURFACES.has(word));
  const colours = words.filter((word) => BY_WORD.has(word));
  const rest = words.filter((word) => !BY_WORD.has(word));
  const last = colours.at(-1);
  if (last === undefined || rest.some((word) => !SHADES.has(word))) return null;
  const colour = BY_WORD.get(last)!;
  const shade = rest.map((word) => SHADES.get(word)!).join(' ');
  const first = colours.slice(0, -1).map((word) => BY_WORD.get(word)!.name);
  const named = { ...colour, name: [...first, colour.name].join(' ') };
  return shade === '' ? named : shaded(shade, named);
}

function shaded(shade: string, { name, family }: VariantColour): VariantColour {
  return { name: `${shade} ${name}`, family };
}
