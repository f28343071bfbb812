import { SvelteMap } from 'svelte/reactivity';
import { FILLABLE_FIELDS, type FillableField, type FillIns } from '#core/import/recipe/fill-ins.ts';

/** One cell of a fill-in sheet. */
export interface DraftCell {
  readonly field: FillableField;
  readonly rowNumber: number;
}

/**
 * Values typed into fill-in sheets and not filled in yet, by data set. An emptied cell removes the value that was
 * filled in.
 */
export class FillInDrafts {
  readonly #drafts = new SvelteMap<number, FillIns>();

  of(datasetId: number): FillIns {
    return this.#drafts.get(datasetId) ?? {};
  }

  type(datasetId: number, { field, rowNumber }: DraftCell, text: string): void {
    this.add(datasetId, { [field]: { [rowNumber]: text } });
  }

  add(datasetId: number, typed: FillIns): void {
    const drafts = this.of(datasetId);
    const fields = FILLABLE_FIELDS.filter((field) => drafts[field] ?? typed[field]);
    this.#set(
      datasetId,
      Object.fromEntries(fields.map((field) => [field, { ...drafts[field], ...typed[field] }])),
    );
  }

  /** Restores earlier drafts; what was typed since takes precedence. */
  putBack(datasetId: number, earlier: FillIns): void {
    const since = this.of(datasetId);
    this.add(datasetId, earlier);
    this.add(datasetId, since);
  }

  /** Forgets drafts that equal the values filled in. */
  settle(datasetId: number, filled: FillIns): void {
    const drafts = this.of(datasetId);
    const open = FILLABLE_FIELDS.flatMap((field): [FillableField, Record<string, string>][] => {
      const cells = Object.entries(drafts[field] ?? {});
      const others = cells.filter(
        ([rowNumber, text]) => !isSame(text, filled[field]?.[Number(rowNumber)] ?? ''),
      );
      return others.length > 0 ? [[field, Object.fromEntries(others)]] : [];
    });
    this.#set(datasetId, Object.fromEntries(open));
  }

  /** Deletes the drafts of a data set. Returns them, so that they can be restored. */
  discard(datasetId: number): FillIns {
    const drafts = this.of(datasetId);
    this.#drafts.delete(datasetId);
    return drafts;
  }

  #set(datasetId: number, drafts: FillIns): void {
    this.#drafts.set(datasetId, drafts);
  }
}

/** Whether two cells are the same. Spaces alone count as empty; after a word, they may be followed by more. */
function isSame(text: string, other: string): boolean {
  return text === other || (text.trim() === '' && other === '');
}
