// Finds what past launches sold of each variant in the rows of a stored file: in the column that an import of orders
// writes, or in rows of which each is one variant.

import { IssueLog } from '#core/import/csv/issue-log.ts';
import { cellAt } from '#core/import/csv/coded-column.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import {
  readCodedTexts,
  readDayColumn,
  readNumberColumns,
} from '#core/import/columns/read-columns.ts';
import type { Recipe } from '#core/import/recipe/recipe.ts';
import { VARIANT_UNITS } from '#core/import/schema/variant-header.ts';
import { withFillIns } from '#core/import/table/overlay-fill-ins.ts';
import { readLevels } from '#core/import/table/read-levels.ts';
import { namedVariant } from '#core/base/text/variant-names.ts';
import { soldVariants, type SoldVariant, type VariantLaunch } from './variant-launch.ts';

const FIELDS = ['title', 'category', 'launchDate', 'units', 'firstStock'] as const;

/** Returns the headers of the columns that `launchesInRows` reads. */
export function variantHeaders({ mapping }: Recipe, headers: readonly string[]): string[] {
  const mapped = FIELDS.flatMap((field) => mapping.fields[field] ?? []);
  return headers.filter((header) => header === VARIANT_UNITS || mapped.includes(header));
}

/** Returns the launches with a day and at least two variants. */
export function launchesInRows(asStored: TextRows, asked: Recipe): VariantLaunch[] {
  const { rows, recipe } = withFillIns(asStored, asked);
  const facts = factsOf(rows, recipe);
  const launches = rows.columns.has(VARIANT_UNITS) ? inColumn(facts) : inSeveralRows(facts);
  return launches.filter(({ day, variants }) => Number.isFinite(day) && variants.length > 1);
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(rows: TextRows, { mapping, dateOrder, treatments }: Recipe) {
  const log = new IssueLog(treatments);
  const { units, firstStock } = readNumberColumns({ rows, mapping: onlyCounts(mapping), log });
  return {
    rowCount: rows.rowNumbers.length,
    titles: readCodedTexts(rows, mapping.fields.title),
    categories: readLevels({ rows, header: mapping.fields.category, field: 'category', log }),
    days: readDayColumn({ rows, mapping, log: null, dateOrder }).days,
    ...{ units, firstStock },
    cells: readCodedTexts(rows, VARIANT_UNITS),
  };
}

function onlyCounts(mapping: Recipe['mapping']): Recipe['mapping'] {
  const { units, firstStock } = mapping.fields;
  return {
    attributes: [],
    fields: {
      ...(units !== undefined && { units }),
      ...(firstStock !== undefined && { firstStock }),
    },
  };
}

function isSoldOut({ units, firstStock }: Facts, row: number): boolean {
  return firstStock[row]! > 0 && units[row]! >= firstStock[row]!;
}

function inColumn(facts: Facts): VariantLaunch[] {
  return Array.from({ length: facts.rowCount }, (_, row) => ({
    category: cellAt(facts.categories, row),
    day: facts.days[row]!,
    isSoldOut: isSoldOut(facts, row),
    variants: soldVariants(cellAt(facts.cells, row)),
  }));
}

/** Rows whose titles differ by a variant only, launched on the same day in the same category, are one launch. */
function inSeveralRows(facts: Facts): VariantLaunch[] {
  const { rowCount, titles, categories, days, units } = facts;
  const named = titles.texts.map(namedVariant);
  const launches = new Map<string, VariantLaunch & { readonly variants: SoldVariant[] }>();
  for (let row = 0; row < rowCount; row++) {
    const variant = named[titles.codes[row]!];
    if (!variant || !(units[row]! >= 0)) continue;
    const category = cellAt(categories, row);
    const key = JSON.stringify([variant.stem, days[row], category]);
    const launch = launches.get(key) ?? {
      category,
      day: days[row]!,
      isSoldOut: false,
      variants: [],
    };
    const sold = { units: units[row]!, isSoldOut: isSoldOut(facts, row) };
    launch.variants.push({ name: variant.variant, ...sold });
    launches.set(key, launch);
  }
  return [...launches.values()];
}
