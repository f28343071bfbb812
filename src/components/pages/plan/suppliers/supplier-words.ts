import type { MergedArticle } from '#core/import/suppliers/build-articles.ts';
import type { SameBy } from '#core/import/suppliers/same-articles.ts';
import type { SupplierList } from '#core/import/suppliers/supplier-list.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { listed } from '#components/words/lists.ts';

const SAME: Readonly<Record<SameBy, () => string>> = {
  barcode: m.suppliers_by_barcode,
  'maker-sku': m.suppliers_by_maker,
  name: m.suppliers_by_name,
};

/** Returns what tells a list from others: files of two suppliers may have one name. */
export function keyOf({ fileName, sheet, supplier }: SupplierList): string {
  return JSON.stringify([fileName, sheet, supplier]);
}

/** Returns the name of a list's file, with its sheet where it has several. */
export function fileOf({ fileName, sheet }: SupplierList): string {
  return sheet === '' ? fileName : m.suppliers_sheet({ file: fileName, sheet });
}

/** Returns whose list it is with how many articles, and what was read of it. */
export function listWords(list: SupplierList): { readonly words: string; readonly note: string } {
  return {
    words: m.suppliers_list({ ...tally(list.items.length), supplier: list.supplier }),
    note: m.suppliers_list_note({ ...tally(list.rowsRead), file: fileOf(list) }),
  };
}

/** Returns what showed that the offers are of one article. */
export function sameWords({ by }: Pick<MergedArticle, 'by'>): string {
  return listed(by.map((each) => SAME[each]()));
}
