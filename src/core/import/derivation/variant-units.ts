// Counts in which variants a launch was sold. Stock is split among sizes and colours in these proportions.

import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import type { VariantUnits } from './derivation-settings.ts';
import { beforeVariant } from './title-bases.ts';
import { namedVariant } from '#core/base/text/variant-names.ts';

/**
 * Returns the units of each variant, most first; empty for fewer than two. Lines without a variant are ignored.
 * @param among lines that sold units of one product
 */
export function variantUnits(lines: OrderLines, among: readonly number[]): readonly VariantUnits[] {
  const units = new Map<string, VariantUnits>();
  const names = new Map<string, string>();
  for (const line of among) {
    // Many lines have the same texts, so each combination is parsed once.
    const said = [lines.variant, lines.title, lines.sku].map(({ codes }) => codes[line]).join(' ');
    const name = names.get(said) ?? variantOf(lines, line);
    names.set(said, name);
    // One SKU is one variant, whatever its title.
    const key = lines.sku.texts[lines.sku.codes[line]!]! || name;
    if (key === '') continue;
    const before = units.get(key);
    units.set(key, {
      name: before?.name ?? name,
      units: (before?.units ?? 0) + lines.quantity[line]!,
    });
  }
  if (units.size < 2) return [];
  return [...units.values()].toSorted((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1));
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

/** Writes variants as "XL / Sand: 12; L / Black: 7". */
export function variantsText(variants: readonly VariantUnits[]): string {
  return variants.map(({ name, units }) => `${name.replaceAll(';', ',')}: ${units}`).join('; ');
}
