// Counts in which variants a launch was sold. Stock is split among sizes and colours in these proportions.

import type { CatalogueVariant } from '../platform-files/catalogue/catalogue.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import type { VariantUnits } from './derivation-settings.ts';
import { beforeVariant } from './title-bases.ts';
import { namedVariant } from '#core/base/text/variant-names.ts';

/** What a catalogue says of a product's variants. */
interface Listing {
  readonly listed: readonly CatalogueVariant[];
  /** Lines that sold units of it later. */
  readonly later: readonly number[];
}

/**
 * Returns the units of each variant, most first; empty for fewer than two. Lines without a variant are ignored. Where a
 * catalogue lists stock by SKU, variants that sold out are marked, and those that were on sale unsold have 0 units.
 * @param among lines that sold units of one product
 */
export function variantUnits(
  lines: OrderLines,
  among: readonly number[],
  { listed, later }: Listing = { listed: [], later: [] },
): readonly VariantUnits[] {
  const units = soldUnits(lines, among);
  if (units.size === 0) return [];
  const soldLater = new Set(later.map((line) => skuOf(lines, line)));
  for (const variant of listed) {
    const { sku } = variant;
    if (soldLater.has(sku)) continue; // it was on hand after the launch, or came later
    const marked = asListed(variant, units.get(sku));
    if (marked) units.set(sku, marked);
  }
  if (units.size < 2) return [];
  return [...units.values()].toSorted((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1));
}

/** Returns the units by SKU, or by name where there is none. */
function soldUnits(lines: OrderLines, among: readonly number[]): Map<string, VariantUnits> {
  const units = new Map<string, VariantUnits>();
  const names = new Map<string, string>();
  for (const line of among) {
    // Many lines have the same texts, so each combination is parsed once.
    const said = [lines.variant, lines.title, lines.sku].map(({ codes }) => codes[line]).join(' ');
    const name = names.get(said) ?? variantOf(lines, line);
    names.set(said, name);
    // One SKU is one variant, whatever its title.
    const key = skuOf(lines, line) || name;
    if (key === '') continue;
    const before = units.get(key);
    units.set(key, {
      name: before?.name ?? name,
      units: (before?.units ?? 0) + lines.quantity[line]!,
    });
  }
  return units;
}

/** Marks a variant that sold out, or adds one that is on hand unsold; one without stock may not have been on sale. */
function asListed(
  { sku, name, stock }: CatalogueVariant,
  sold: VariantUnits | undefined,
): VariantUnits | null {
  if (sold) return stock <= 0 ? { ...sold, isSoldOut: true } : null;
  return sku !== '' && name !== '' && stock > 0 ? { name, units: 0 } : null;
}

function skuOf({ sku }: OrderLines, line: number): string {
  return sku.texts[sku.codes[line]!]!;
}

/** Returns the variant from its own column, else from the end of the title, else the SKU. */
function variantOf({ variant, title, sku }: OrderLines, line: number): string {
  const told = variant.texts[variant.codes[line]!]!;
  if (told !== '') return told;
  const name = title.texts[title.codes[line]!]!;
  const [named, base] = [namedVariant(name)?.variant, beforeVariant(name)];
  if (named !== undefined) return named;
  return base === name ? sku.texts[sku.codes[line]!]! : name.slice(base.length).replace(/^ - /, '');
}

/** Writes variants as "XL / Sand: 12; L / Black: 7+; S / Black: 0": with + where one sold out. */
export function variantsText(variants: readonly VariantUnits[]): string {
  return variants
    .map(({ name, units, isSoldOut }) => {
      const mark = isSoldOut ? '+' : '';
      return `${name.replaceAll(/[;\uff1b]/gu, ',')}: ${units}${mark}`;
    })
    .join('; ');
}
