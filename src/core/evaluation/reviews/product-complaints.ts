// What buyers of similar products complain of more than others: for a plan, before its product has any review.

import { ownValue } from '#core/base/lookup.ts';
import { wilsonInterval } from '#core/base/statistics/wilson.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { aspectShares, FEWEST_TEXTS, isShown, type AspectShare } from './aspect-shares.ts';
import type { Counted, Voice } from './voice.ts';

/** Something that a product has in common with past ones: its category, brand, or an attribute by its name. */
export interface SharedTrait {
  readonly field: 'category' | 'brand' | 'attribute';
  readonly name: string;
  readonly value: string;
}

export interface ProductComplaint {
  /** What the products have in common: one trait, or two. */
  readonly traits: readonly SharedTrait[];
  readonly aspect: string;
  readonly share: AspectShare;
  readonly texts: number;
  /** Share of all reviews that complain of the aspect. */
  readonly usual: OutcomeRange;
}

/**
 * A share counts as above the usual one from this many standard errors on: of the hundred shares that are looked at, chance
 * gives less than one.
 */
const CLEARLY = 2.6;

/**
 * Returns what buyers of products with the same traits complain of clearly more often than buyers of all products, the
 * largest difference first; each aspect once. Empty where texts are few or nothing stands out.
 */
export function productComplaints(
  voice: Voice,
  counted: Counted,
  product: Pick<NewProduct, 'category' | 'brand' | 'attributes'>,
): ProductComplaint[] {
  const all = aspectShares(voice.reading, counted.reviews, counted.weights);
  const usualOf = new Map(all.aspects.map((each) => [each.aspect, each.complaints]));
  const found: ProductComplaint[] = [];
  for (const traits of traitsOf(product)) {
    const own = counted.reviews.filter((i) =>
      hasTraits(voice.table, voice.reading.launch[i]!, traits),
    );
    if (own.length < FEWEST_TEXTS || own.length === counted.reviews.length) continue;
    const shares = aspectShares(voice.reading, own, counted.weights);
    for (const share of shares.aspects) {
      const usual = usualOf.get(share.aspect)!;
      const [least] = wilsonInterval(share.complaints.expected, shares.effectiveTexts, CLEARLY);
      if (least <= usual.expected || !isShown(shares, share.complaints)) continue;
      const aspect = voice.reading.aspects[share.aspect]!;
      found.push({ traits, aspect, share, texts: shares.texts, usual });
    }
  }
  found.sort((a, b) => excess(b) - excess(a));
  return found.filter(({ aspect }, i) => found.findIndex((each) => each.aspect === aspect) === i);
}

function excess({ share, usual }: ProductComplaint): number {
  return share.complaints.expected - usual.expected;
}

/** Returns the traits of a product, alone and in pairs. */
function traitsOf({
  category,
  brand,
  attributes,
}: Pick<NewProduct, 'category' | 'brand' | 'attributes'>): (readonly SharedTrait[])[] {
  const single: SharedTrait[] = [
    { field: 'category', name: '', value: category },
    { field: 'brand', name: '', value: brand },
    ...Object.entries(attributes).map(([name, value]): SharedTrait => {
      return { field: 'attribute', name, value };
    }),
  ];
  const known = single.filter(({ value }) => value !== '');
  const pairs = known.flatMap((one, i) => known.slice(i + 1).map((other) => [one, other]));
  return [...known.map((trait) => [trait]), ...pairs];
}

function hasTraits(table: LaunchTable, row: number, traits: readonly SharedTrait[]): boolean {
  return row >= 0 && traits.every((trait) => valueOf(table, row, trait) === trait.value);
}

function valueOf(table: LaunchTable, row: number, { field, name }: SharedTrait): string {
  if (field !== 'attribute') return table[field][row]!;
  return ownValue(table.attributes, name)?.[row] ?? '';
}
