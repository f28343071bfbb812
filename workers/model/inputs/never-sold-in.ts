// Categories that a shop never sold, by its launches and the niches of market data files.

import type { Currency } from '#core/base/currency.ts';
import type { KnownNiche } from '#core/demand/niche/known-niches.ts';
import { unitsOfOne } from '#core/demand/niche/units-of-niche.ts';
import { everyRow, measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { nicheLevel } from '#core/model/never-sold/niche-level.ts';
import { neverSoldFinder } from '#core/model/never-sold/never-sold.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { NeverSoldCategory, NicheFigures } from '#core/planning/plan/launch-plan.ts';

interface Asked {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  /** By category, also of those never sold; absent: none are known. */
  readonly niches?: ReadonlyMap<string, KnownNiche> | undefined;
  /** That of the shop; absent: not known. */
  readonly currency?: Currency | undefined;
}

/** Older launches tell little of how categories differ today. */
const NEWEST_LAUNCHES = 3000;

/** Returns a function for what is known of a category; null where it was sold, or where too few others were. */
export function neverSoldIn({
  model,
  table,
  niches = new Map(),
  currency,
}: Asked): (category: string) => NeverSoldCategory | null {
  let find: ReturnType<typeof neverSoldFinder> | undefined;
  const sold = new Set(table.category);
  return (category) => {
    if (sold.has(category)) return null;
    find ??= neverSoldFinder({
      launches: knownLaunches(model, table),
      residuals: model.residuals,
      nicheOf: (name) => levelOf(niches.get(name), currency),
    });
    const found = find(category);
    const niche = niches.get(category);
    return found && { ...found, niche: found.nicheShare && niche ? figuresOf(niche) : null };
  };
}

function levelOf(niche: KnownNiche | undefined, currency: Currency | null = null) {
  return niche ? nicheLevel(niche, currency) : null;
}

function figuresOf(niche: KnownNiche): NicheFigures {
  const { low, high } = unitsOfOne(niche)!;
  const returnRate = niche.niche?.returnRate360 ?? NaN;
  return {
    ...{ name: niche.name, fileNames: niche.fileNames, unitsLow: low, unitsHigh: high },
    returnRate: Number.isNaN(returnRate) ? null : returnRate,
  };
}

function knownLaunches({ encoding }: TrainedModel, table: LaunchTable) {
  const measured = new Set(measuredRows(table, everyRow(table)));
  const rows = rowsByDate(table)
    .filter((row) => measured.has(row))
    .slice(-NEWEST_LAUNCHES);
  return {
    category: Array.from(rows, (row) => table.category[row]!),
    actions: encodeLaunches(encoding, table, rows).phi,
    logPrice: Float64Array.from(rows, (row) => Math.log(table.listPrice[row]!)),
    logUnits: Float64Array.from(rows, (row) => Math.log1p(table.units[row]!)),
  };
}
