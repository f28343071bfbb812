import { foldedHeader } from '#core/base/text/folded-header.ts';
import { readText } from '../values/read-text.ts';
import type { FoundList } from './find-list.ts';
import type { ItemRow } from './group-variants.ts';
import type { ListCells } from './list-cells.ts';
import type { ListField } from './list-fields.ts';
import type { ListRow } from './list-rows.ts';
import { withoutContact } from './supplier-name.ts';
import { rowVariant } from './variant-of-row.ts';

interface ListFacts {
  /** Supplier of rows that name none. */
  readonly supplier: string;
  /** Names of the history's attributes. */
  readonly attributes: readonly string[];
}

const LIKE_MATERIAL = /^(?:materials?|fabric|材质|材料|面料)$/iu;
const GTIN = /^\d{8,14}$/;

/** Returns a function that reads a row of a list as an article of its own. */
export function itemReader(
  list: FoundList,
  cells: ListCells,
  { supplier, attributes }: ListFacts,
): (row: ListRow) => ItemRow {
  const attributesOf = attributeReader(list, attributes);
  return (row) => {
    const text = (field: ListField) => cells.text(row, field);
    const whole = text('title');
    const { title, measure, variants, isOfTitle } = rowVariant({
      ...{ title: whole, size: text('size'), colour: text('colour'), variant: text('variant') },
    });
    const material = text('material');
    const item = {
      ...{ row: row.row, supplier: withoutContact(text('supplier')) || supplier },
      ...{ sku: text('sku'), makerSku: text('makerSku'), barcodes: barcodesIn(text('barcode')) },
      ...{
        title,
        measure,
        variants,
        category: text('category') || row.section,
        brand: text('brand'),
      },
      ...{ material, attributes: attributesOf(row, material) },
      ...{ ...cells.terms(row), listPrice: cells.listPrice(row) },
    };
    return { item, wholeTitle: isOfTitle ? whole : title };
  };
}

/** Reads attributes of the history from columns that are called the same, and its material by any of its names. */
function attributeReader(
  { stacks, personal }: FoundList,
  names: readonly string[],
): (row: ListRow, material: string) => Readonly<Record<string, string>> {
  const byName = new Map<string, number>();
  stacks.forEach((stack, column) => {
    const own = foldedHeader(stack.findLast((text) => text !== '') ?? '');
    if (!personal?.has(column) && !byName.has(own)) byName.set(own, column);
  });
  const columns = names.map((name) => ({ name, column: byName.get(foldedHeader(name)) }));
  return ({ cells }, material) =>
    Object.fromEntries(
      columns.flatMap(({ name, column }): [string, string][] => {
        const own = column === undefined ? '' : readText(cells[column] ?? '');
        const value = own === '' && LIKE_MATERIAL.test(name) ? material : own;
        return value === '' ? [] : [[name, value]];
      }),
    );
}

/**
 * Returns barcodes without leading zeros: a UPC is the EAN with a zero before it. A number with another check digit, such as
 * zeros in place of a barcode, is none.
 */
function barcodesIn(cell: string): string[] {
  return cell
    .split(/[\s,;/|，；、]+/)
    .filter((code) => GTIN.test(code) && hasCheckDigit(code))
    .map((code) => code.replace(/^0+/, ''))
    .filter((code) => code !== '');
}

/** GS1 General Specifications 7.9.1: from the right, every second digit counts three times. */
function hasCheckDigit(code: string): boolean {
  const digits = Array.from(code, Number).reverse();
  return digits.reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}
