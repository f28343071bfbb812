import type { TableKind } from '../kind/kinds.ts';
import type { PersonalColumn } from '../privacy/personal-columns.ts';
import type { ColumnFacts } from '../schema/column-facts.ts';
import type { FieldMatches } from '../schema/field-match.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { FittingColumns } from '../schema/match-headers.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { FileCurrencies } from '#core/base/currency.ts';
import type { FilePart } from '../csv/file-part.ts';
import type { Issue } from '../csv/issues.ts';

/** A column of dates such as 03/04/2024 in which no row distinguishes day from month. */
export interface UndecidedDate {
  readonly header: string;
  /** A date of the column that can be read both ways. */
  readonly sample: string;
}

/** The first look at a file, before anything is stored. */
export interface FilePreview {
  readonly fileName: string;
  readonly sizeBytes: number;
  /** A label that TextDecoder understands, such as "utf-8" or "gb18030". */
  readonly encoding: string;
  readonly delimiter: string;
  /** Row number of the header, counted from 1, or NO_HEADER; a line break inside quotes starts no row. */
  readonly headerRow: number;
  /** Unique names. A repeated header has " (2)" appended, an empty one is "Column 7". */
  readonly headers: readonly string[];
  /** The first rows as text, each as long as `headers`. */
  readonly sampleRows: readonly (readonly string[])[];
  readonly mapping: Mapping;
  /** What the table is: columns are proposed as for launches, whatever it is. */
  readonly kind: TableKind;
  /** Columns that could hold a launch date or an outcome although their headers name neither. */
  readonly fitting: FittingColumns;
  /** The reason for each column of the mapping. */
  readonly matches: FieldMatches;
  /** Columns that hold people's names, addresses and the like; no meaning is proposed for them. */
  readonly personal: readonly PersonalColumn[];
  readonly undecidedDates: readonly UndecidedDate[];
  /** What the first rows of each column hold, by header. */
  readonly facts: ReadonlyMap<string, ColumnFacts>;
  /** The tables of a workbook or zip; empty for a plain text file. */
  readonly parts: readonly FilePart[];
  readonly issues: readonly Issue[];
}

/** The result of an import, as shown to the seller. rowsRead = rowsUsed + rowsSetAside always holds. */
export interface ImportReport {
  readonly datasetId: number;
  readonly name: string;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsSetAside: number;
  readonly mapping: Mapping;
  /** null: no amount names a currency. Missing: stored before currencies were noted. */
  readonly currencies?: FileCurrencies | null;
  readonly issues: readonly Issue[];
}

export interface ProductImportReport {
  readonly products: readonly NewProduct[];
  readonly rowsRead: number;
  readonly issues: readonly Issue[];
}
