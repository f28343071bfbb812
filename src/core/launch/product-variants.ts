/** The variants of a new product and how the seller orders them. */
export interface ProductVariants {
  /** As the seller names them, in this order; empty where there is one size. */
  readonly sizes: readonly string[];
  /** Colours or other choices; empty where there is one. */
  readonly options: readonly string[];
  /** Units of one variant in a pack; 1: any number. */
  readonly packSize: number;
  /** Fewest units of a variant that is ordered at all. */
  readonly minimum: number;
  /** Assortment pack: units of each size in a pack of one option, such as 1-2-2-1; empty where there is none. */
  readonly assortment: readonly number[];
  /** Units that the seller has set, by name of the variant. The others are split. */
  readonly units: Readonly<Record<string, number>>;
}

export const NO_VARIANTS: ProductVariants = {
  ...{ sizes: [], options: [], packSize: 1, minimum: 0, assortment: [], units: {} },
};

/** Most variants of one product: a table of more cannot be checked by eye. */
export const MOST_VARIANTS = 200;

/** Returns the names in a text, such as "S, M, L" or "红色、蓝色"; each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[,;\n\uff0c\u3001\uff1b]/u).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Returns the units of an assortment pack, such as "1-2-2-1"; empty where the text is none. */
export function assortmentIn(text: string): number[] {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/\s*[-–:,/\s]\s*/u);
  const units = parts.map((part) => (/^\d{1,3}$/u.test(part) ? Number(part) : NaN));
  return units.every((each) => each >= 0) && units.some((each) => each > 0) ? units : [];
}

/** Returns the names of all variants: each size in each option, option by option. */
export function variantNames({
  sizes,
  options,
}: Pick<ProductVariants, 'sizes' | 'options'>): string[] {
  if (options.length === 0) return [...sizes];
  if (sizes.length === 0) return [...options];
  return options.flatMap((option) => sizes.map((size) => `${size} / ${option}`));
}

/**
 * Returns the variants with these names, such as "S / Red"; null for fewer than two. They are sizes of options where each
 * size comes in each option; else the names are sizes.
 */
export function variantsNamed(names: readonly string[]): ProductVariants | null {
  const unique = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  if (unique.length < 2) return null;
  const parts = unique.map((name) => name.split(/\s*\/\s*/u));
  const [sizes, options] = [0, 1].map((i) => [...new Set(parts.map((part) => part[i] ?? ''))]);
  const isGrid =
    parts.every((part) => part.length === 2) && sizes!.length * options!.length === unique.length;
  return isGrid
    ? { ...NO_VARIANTS, sizes: sizes!, options: options! }
    : { ...NO_VARIANTS, sizes: unique };
}
