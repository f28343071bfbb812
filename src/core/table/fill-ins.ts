// Cells that a file left empty, typed by the seller.

/** What sellers know of launches that exports of orders do not tell, what plans gain most from first. */
export const FILLABLE_FIELDS = ['channel', 'promotion', 'adSpend', 'unitCost', 'category'] as const;
export type FillableField = (typeof FILLABLE_FIELDS)[number];

/** Per field, row number in the stored file → what was typed. */
export type FillIns = Readonly<Partial<Record<FillableField, Readonly<Record<number, string>>>>>;

/** Fill-ins with others laid over them; an empty text takes one away. */
export function mergeFillIns(earlier: FillIns, later: FillIns): FillIns {
  const merged = FILLABLE_FIELDS.flatMap((field): [FillableField, Record<number, string>][] => {
    const cells = Object.entries({ ...earlier[field], ...later[field] });
    const kept = cells.filter(([, text]) => text.trim() !== '');
    return kept.length > 0 ? [[field, Object.fromEntries(kept)]] : [];
  });
  return Object.fromEntries(merged);
}

export function countFillIns(fillIns: FillIns): number {
  return FILLABLE_FIELDS.reduce(
    (count, field) => count + Object.keys(fillIns[field] ?? {}).length,
    0,
  );
}
