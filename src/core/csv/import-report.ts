import type { PersonalColumn } from '../privacy/personal-columns.ts';
import type { FieldMatches } from '../schema/field-match.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { FittingColumns } from '../schema/match-headers.ts';
import type { NewProduct } from '../launch/new-product.ts';
import type { FileCurrencies } from './currency.ts';
import type { FilePart } from './file-part.ts';
import type { Issue } from './issues.ts';

/** A column of dates such as 03/04/2024, where no row tells the day from the month. */
export interface UndecidedDate {
  readonly header: string;
  /** One that can be read both ways. */
  readonly sample: string;
}

/** A first look at a file, before anything is stored. */
export interface FilePreview {
  readonly fileName: string;
  readonly sizeBytes: number;
  /** A label that TextDecoder understands, such as "utf-8" or "gb18030". */
  readonly encoding: string;
  readonly delimiter: string;
  /** Where the header stands, counted from 1. */
  readonly headerRow: number;
  /** Unique: a repeated header has " (2)" appended, an empty one is "Column 7". */
  readonly headers: readonly string[];
  /** The first rows as text, each as long as `headers`. */
  readonly sampleRows: readonly (readonly string[])[];
  readonly mapping: Mapping;
  /** What could stand for a launch date or an outcome that no header names. */
  readonly fitting: FittingColumns;
  /** What speaks for each column of the mapping. */
  readonly matches: FieldMatches;
  /** Columns that hold people's names, addresses and the like; no meaning is proposed for them. */
  readonly personal: readonly PersonalColumn[];
  readonly undecidedDates: readonly UndecidedDate[];
  /** What else the file holds; none of a plain file of text. */
  readonly parts: readonly FilePart[];
  readonly issues: readonly Issue[];
}

/** What an import tells the person who started it. rowsRead = rowsUsed + rowsSetAside, always. */
export interface ImportReport {
  readonly datasetId: number;
  readonly name: string;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsSetAside: number;
  readonly mapping: Mapping;
  /** null: no amount names one. Not there: stored before they were noted. */
  readonly currencies?: FileCurrencies | null;
  readonly issues: readonly Issue[];
}

export interface ProductImportReport {
  readonly products: readonly NewProduct[];
  readonly rowsRead: number;
  readonly issues: readonly Issue[];
}
