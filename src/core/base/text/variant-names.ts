// Splits the variant off a product's name: "Hoodie, XL" and "Hoodie (Sand)" are hoodies. Only sizes, measures and
// colours are recognised, by their words. Anything else after a comma may be another product.

import { words } from '#core/base/text/words.ts';

const SIZE =
  /^(?:xxs|xs|s|m|l|xl|xxl|xxxl|[2-6]xl|one size|small|medium|large|x-large|extra large|free size|einheitsgröße|klein|mittel|groß|petite|petit|moyen|grand|taille unique|talla única|均码|[特加]?[大中小]号|[smlx]{1,4}码)$/iu;
/** "38", "EU 38", "UK 8", "38 EU", "Size 8", "10-12", "W32 L34", "42.5". A single digit alone is a number on a door. */
const NUMBERED =
  /^(?:(?:size|eu|us|uk|gr\.?|größe|taille|talla|tamanho|尺码)\s*\d{1,3}(?:[.,]5|½)?|\d{1,3}(?:[.,]5|½)?\s*(?:eu|us|uk|码)|[wl]?\d{2}(?:[.,]5|½)?(?:(?:\s*[-/x×]\s*|\s+)[wl]?\d{2})?|\d{1,2}\s*[-/]\s*\d{1,2})$/iu;
/** "500 ml", "1.5kg", "30 x 40 cm", "pack of 3", "2er-Pack". */
const MEASURE =
  /^(?:\d+(?:[.,]\d+)?(?:\s*[x×]\s*\d+(?:[.,]\d+)?){0,2}\s*(?:ml|cl|l|g|kg|oz|fl oz|lb|lbs|mm|cm|m|inch|in|"|ft|tb|gb|mah|w|v|pcs|pc|pack|stück|stk|件|只|个|克|毫升|升|厘米|寸)|(?:pack|set|box) of \d+|\d+er[- ]?(?:pack|set)|\d+[- ]pack)$/iu;

const COLOURS: ReadonlySet<string> = new Set(
  words(
    'black, white, red, blue, green, yellow, orange, purple, violet, pink, brown, grey, gray, beige',
    'navy, cream, ivory, gold, silver, bronze, copper, turquoise, teal, khaki, olive, burgundy',
    'maroon, sand, tan, charcoal, camel, coral, mint, lilac, mustard, rust, sage, indigo',
    'multicolour, multicolor, transparent, clear, natural, schwarz, weiß, weiss, rot, blau, grün',
    'gelb, lila, rosa, braun, grau, silber, türkis, bunt, creme, dunkelblau, hellblau, dunkelgrün',
    'hellgrün, noir, blanc, rouge, bleu, vert, jaune, rose, marron, gris, doré, negro, blanco, rojo',
    'azul, verde, amarillo, morado, marrón, dorado, preto, branco, vermelho, amarelo, roxo, castanho',
    'cinza, prata',
  ),
);
const SHADES: ReadonlySet<string> = new Set([
  ...['light', 'dark', 'deep', 'pale', 'bright', 'matt', 'matte', 'royal', 'sky', 'forest'],
  ...['rose', 'off', 'heather', 'washed', 'dusty', 'hell', 'dunkel', 'clair', 'foncé', 'claro'],
]);
/** "Black & white". */
const JOINTS: ReadonlySet<string> = new Set(['&', '+', 'and', 'und', 'et', 'y', 'e']);
const CHINESE_COLOUR =
  /^[深浅淡亮暗]?(?:[红橙黄绿青蓝紫粉黑白灰棕金银米][色]?|卡其色?|咖啡色?|杏色?|藏青色?)$/u;
/** Separates several in one part: "XL / Sand". */
const WITHIN = /\s*[/|,;·，、]\s*|\s+-\s+/u;
const LABEL = /^(?:colou?r|size|farbe|größe|couleur|taille|颜色|尺码|规格)\s*[:：]\s*/iu;

/** The last part of a name, in brackets or after a separator. */
const BRACKETED = /^(?<stem>.*\S)\s*[([（【](?<part>[^()[\]（）【】]+)[)\]）】]$/u;
const MARKED = /^(?<stem>.*\S)(?:\s+[-–—|/]\s*|\s*[,;，；]\s*|\s*\|\s*)(?<part>[^,;，；|]+)$/u;

/** A name without the variant at its end, and that variant. */
export interface NamedVariant {
  readonly stem: string;
  readonly variant: string;
}

/** Splits a title into its stem and its variant. Returns null if it names no variant. */
export function namedVariant(title: string): NamedVariant | null {
  let stem = title.trim();
  const parts: string[] = [];
  for (;;) {
    const found = (BRACKETED.exec(stem) ?? MARKED.exec(stem))?.groups;
    if (!found || !isVariant(found.part!)) break;
    stem = found.stem!;
    parts.unshift(found.part!.trim());
  }
  return parts.length > 0 ? { stem, variant: parts.join(' / ') } : null;
}

function isVariant(part: string): boolean {
  return part
    .trim()
    .split(WITHIN)
    .every((each) => isOne(each.replace(LABEL, '').trim()));
}

function isOne(text: string): boolean {
  if ([SIZE, NUMBERED, MEASURE, CHINESE_COLOUR].some((shape) => shape.test(text))) return true;
  const all = text.toLowerCase().split(/[\s-]+/u);
  const words = all.filter((word) => !JOINTS.has(word));
  return (
    words.length <= 4 &&
    words.some((word) => COLOURS.has(word)) &&
    words.every((word) => COLOURS.has(word) || SHADES.has(word))
  );
}
