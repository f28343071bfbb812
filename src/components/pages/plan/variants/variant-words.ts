import {
  assortmentIn,
  MOST_VARIANTS,
  namesIn,
  variantNames,
  type ProductVariants,
} from '#core/launch/product-variants.ts';
import type { VariantPlan, VariantRow } from '#core/planning/variants/variant-plan.ts';
import { m } from '#messages';
import { countedLaunches, countedUnits } from '#components/words/counts.ts';
import { listed } from '#components/words/lists.ts';
import { formatCount, formatPercent, RANGE_DASH } from '#components/words/numbers.ts';

/** What the seller types into the form. */
export interface VariantDraft {
  readonly sizes: string;
  readonly options: string;
  readonly packSize: number | null;
  readonly minimum: number | null;
  readonly assortment: string;
}

/** Returns the texts of a stored choice. */
export function draftOf({
  sizes,
  options,
  packSize,
  minimum,
  assortment,
}: ProductVariants): VariantDraft {
  return {
    sizes: sizes.join(', '),
    options: options.join(', '),
    packSize: packSize > 1 ? packSize : null,
    minimum: minimum > 0 ? minimum : null,
    assortment: assortment.join('-'),
  };
}

/** Returns the choice that a draft is; units that the seller set stay. */
export function choiceOf(draft: VariantDraft, units: ProductVariants['units']): ProductVariants {
  const whole = (value: number | null, least: number) =>
    Number.isFinite(value) ? Math.max(least, Math.round(value!)) : least;
  return {
    sizes: namesIn(draft.sizes),
    options: namesIn(draft.options),
    packSize: whole(draft.packSize, 1),
    minimum: whole(draft.minimum, 0),
    assortment: assortmentIn(draft.assortment),
    units,
  };
}

/** Returns why a draft cannot be taken, by its field; empty where it can. */
export function draftErrors(draft: VariantDraft): Partial<Record<'sizes' | 'assortment', string>> {
  const choice = choiceOf(draft, {});
  const count = variantNames(choice).length;
  const isAssorted = draft.assortment.trim() !== '';
  return {
    ...(count < 2 && { sizes: m.variants_error_few() }),
    ...(count > MOST_VARIANTS && {
      sizes: m.variants_error_many({ count: formatCount(count), text: formatCount(MOST_VARIANTS) }),
    }),
    ...(isAssorted &&
      choice.assortment.length !== choice.sizes.length && {
        assortment: m.variants_error_assortment(),
      }),
  };
}

/** Returns what the split shows first. */
export function splitFinding({ rows, basis }: VariantPlan): string {
  const isUnknown = [null, 'none'].includes(basis.sizes?.kind ?? null) && !basis.knowsOptions;
  if (isUnknown) return m.variants_equal();
  const most = rows.reduce((a, b) => (b.share > a.share ? b : a));
  return m.variants_most({ name: most.name, share: formatPercent(most.share) });
}

/** Returns what the shares rest on, a sentence for each axis. */
export function basisWords({ basis }: VariantPlan, category: string): string[] {
  const { sizes, knowsOptions, optionLaunches } = basis;
  const known = sizes && {
    launches: countedLaunches(sizes.launches),
    units: countedUnits(sizes.units),
  };
  const words = {
    category: () =>
      category === ''
        ? m.variants_from_shop(known!)
        : m.variants_from_category({ ...known!, category }),
    system: () => (category === '' ? m.variants_from_shop(known!) : m.variants_from_system(known!)),
    shape: () => m.variants_from_shape({ launches: known!.launches }),
    none: m.variants_from_none,
  };
  return [
    ...(sizes ? [words[sizes.kind]()] : []),
    ...(knowsOptions === true
      ? [m.variants_colours_known({ launches: countedLaunches(optionLaunches) })]
      : []),
    ...(knowsOptions === false ? [m.variants_colours_none()] : []),
  ];
}

/** Returns why the units are not those of the plan; null where they are. */
export function restWords(units: number, stock: number): string | null {
  const texts = { text: formatCount(units), stock: formatCount(stock) };
  if (units > stock) return m.variants_over(texts);
  return units < stock ? m.variants_rest(texts) : null;
}

/** Returns a share with its range, such as "18% (11–26%)". */
export function shareWords({ share, low80, high80 }: VariantRow): string {
  const low = formatPercent(low80).replace('%', '');
  return m.variants_share({
    share: formatPercent(share),
    range: `${low}${RANGE_DASH}${formatPercent(high80)}`,
  });
}

/** Returns the assortment packs by option; '' where there are none. */
export function packWords({ packs }: VariantPlan): string {
  if (packs.length === 0) return '';
  const list = packs.map(({ option, count }) =>
    option === ''
      ? formatCount(count)
      : m.variants_packs_one({ name: option, text: formatCount(count) }),
  );
  return m.variants_packs_of({ list: listed(list) });
}
