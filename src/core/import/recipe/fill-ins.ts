// Cells that a file left empty and the seller filled in.

/** Fields that sellers know but order exports lack, those that improve plans most first. */
export const FILLABLE_FIELDS = ['channel', 'promotion', 'adSpend', 'unitCost', 'category'] as const;
export type FillableField = (typeof FILLABLE_FIELDS)[number];

/** Typed texts by field and by row number in the stored file. */
export type FillIns = Readonly<Partial<Record<FillableField, Readonly<Record<number, string>>>>>;

/** Merges two sets of fill-ins. Later ones win; an empty text removes a fill-in. */
export function mergeFillIns(earlier: FillIns, later: FillIns): FillIns {
  const merged = FILLABLE_FIELDS.flatMap((field): [FillableField, Record<number, string>][] => {
    const cells = Object.entries({ ...earlier[field], ...later[field] });
    const kept = cells.filter(([, text]) => text.trim() !== '');
    return kept.length > 0 ? [[field, Object.fromEntries(kept)]] : [];
  });
  return Object.fromEntries(merged);
}

/** Counts the filled-in cells of all fields. */
export function countFillIns(fillIns: FillIns): number {
  return FILLABLE_FIELDS.reduce(
    (count, field) => count + Object.keys(fillIns[field] ?? {}).length,
    0,
  );
}
