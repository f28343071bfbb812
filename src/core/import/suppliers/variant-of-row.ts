// Tells what of an article a row of a list is: one of its variants, such as a size or a colour, or another article, such
// as 50 ml instead of 30 ml.

import { listedItems } from '#core/base/text/split-words.ts';
import { namedVariant } from '#core/base/text/variant-names.ts';

export interface RowVariant {
  /** Title without the variant. */
  readonly title: string;
  /** What makes it another article than those of its title, and does not stand in the title; '' where nothing. */
  readonly measure: string;
  /** Names of its variants; empty where the row is the article as a whole. */
  readonly variants: readonly string[];
  /** Whether the variant was split off the title. */
  readonly isOfTitle: boolean;
}

/** A content, a weight, a power or a number of pieces; sizes of clothes in cm are none. */
const MEASURE =
  /\d(?:[\d.,]*)\s*(?:ml|cl|l|ltr|g|kg|oz|lbs?|w|v|mah|gb|tb|pcs|pack|毫升|升|克|千克|公斤|斤|瓦|片装|件装|只装|支装)(?![\p{L}])|(?:pack|set|box) of \d+|\d\s*[x×*]\s*\d/iu;
const LENGTH = /\d\s*(?:mm|cm|m|inch|in|ft|厘米|寸|米)(?![\p{L}])/iu;
const MEASURES = new RegExp(`${MEASURE.source}|${LENGTH.source}`, 'giu');
const CONTENT = /\d\s*(?:ml|cl|l|ltr|g|kg|oz|lbs?|毫升|升|克|千克|公斤|斤)(?![\p{L}])/iu;
const SIDES = /\d\s*[x×*]\s*\d/iu;
const JOINTS = /\s*[/|]\s*|\s*[;；]\s*/u;

interface VariantCells {
  readonly title: string;
  /** Cells of the columns of sizes, colours and other variants; '' where there is none. */
  readonly size: string;
  readonly colour: string;
  readonly variant: string;
}

/** Returns whether a text names a measure that makes another article. */
export function isMeasure(text: string): boolean {
  return MEASURE.test(text) || LENGTH.test(text);
}

/** Returns whether a text names what an article holds or weighs; measures of its sides are none. */
export function isContent(text: string): boolean {
  return CONTENT.test(text) && !SIDES.test(text);
}

/** Returns the measures that a title names, without spaces: "Candle 30 ml" gives "30ml". */
export function measuresIn(title: string): string[] {
  const found = title.normalize('NFKC').matchAll(MEASURES);
  return Array.from(found, ([text]) => text.replaceAll(/\s+/g, '').toLowerCase());
}

export function rowVariant({ title, size, colour, variant }: VariantCells): RowVariant {
  const parts = variant === '' ? [] : variant.split(JOINTS).filter((part) => part !== '');
  const measures = [...(MEASURE.test(size) ? [size] : []), ...parts.filter(isMeasure)];
  const known = measuresIn(title);
  const isNew = (text: string) => measuresIn(text).some((each) => !known.includes(each));
  const measure = measures.filter(isNew).join(', ');
  const sizes = size === '' || MEASURE.test(size) ? [] : itemsOf(size);
  const others = parts.filter((part) => !isMeasure(part)).join(' / ');
  const lists = [sizes, colour === '' ? [] : itemsOf(colour), others === '' ? [] : [others]];
  const variants = combined(lists.filter((list) => list.length > 0));
  if (variants.length > 0) return { title, measure, variants, isOfTitle: false };
  const split = namedVariant(title);
  return split && !isMeasure(split.variant)
    ? { title: split.stem, measure, variants: [split.variant], isOfTitle: true }
    : { title, measure, variants: [], isOfTitle: false };
}

/** Returns a title with the measure that its list states apart from it. */
export function measuredTitle({ title, measure }: Pick<RowVariant, 'title' | 'measure'>): string {
  return measure === '' ? title : `${title}, ${measure}`;
}

/** "S, M, L" and "红/蓝" are several; "S/M" in letters may be one, but is sold as two. */
function itemsOf(cell: string): string[] {
  return [
    ...new Set(
      listedItems(cell)
        .flatMap((item) => item.split(JOINTS))
        .map((item) => item.trim()),
    ),
  ].filter((item) => item !== '');
}

function combined(lists: readonly (readonly string[])[]): string[] {
  return lists.reduce<string[]>(
    (names, list) =>
      names.length === 0
        ? [...list]
        : names.flatMap((name) => list.map((each) => `${name} / ${each}`)),
    [],
  );
}
