import { mapTexts, numbersAt, type CodedColumn } from '../csv/coded-column.ts';
import { decimalVotes, fileDecimalSign, hasGroups } from '../csv/column-decimals.ts';
import { decideDecimalSign, readNumber, type DecimalSign } from '../values/read-number.ts';
import { cleanCell, readText } from '../values/read-text.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { joinedTexts } from './joined-texts.ts';

type FieldColumns<Field extends string> = Readonly<Partial<Record<Field, readonly string[]>>>;

interface NumberFields<Field extends string> {
  readonly money: readonly Field[];
  readonly counts: readonly Field[];
}

/** The columns of a recognised export by field. Each distinct text is parsed once. */
export class ExportCells<Field extends string> {
  readonly rowCount: number;
  readonly #rows: TextRows;
  readonly #columns: FieldColumns<Field>;
  readonly #counts: ReadonlySet<Field>;
  readonly #decimalInFile: DecimalSign;

  constructor(rows: TextRows, columns: FieldColumns<Field>, numbers: NoInfer<NumberFields<Field>>) {
    this.rowCount = rows.rowNumbers.length;
    this.#rows = rows;
    this.#columns = columns;
    this.#counts = new Set(numbers.counts);
    this.#decimalInFile = fileDecimalSign(
      [...numbers.money, ...numbers.counts].flatMap((field) => this.cells(field).map(decimalVotes)),
    );
  }

  has(field: Field): boolean {
    return this.cells(field).length > 0;
  }

  /** Returns the columns of a field with their cells as in the file. */
  cells(field: Field): readonly CodedColumn[] {
    return (this.#columns[field] ?? []).flatMap((header) => this.#rows.columns.get(header) ?? []);
  }

  /** Returns the texts of the first column of a field; '' in every row if there is none. */
  texts(field: Field, read: (cell: string) => string = readText): CodedColumn {
    const [cells] = this.cells(field);
    return cells ? mapTexts(cells, read) : { texts: [''], codes: new Uint32Array(this.rowCount) };
  }

  /** Returns the texts of all columns of a field, joined by " / ". */
  names(field: Field): CodedColumn {
    const columns = this.cells(field).map((cells) => mapTexts(cells, readText));
    return joinedTexts(columns, this.rowCount);
  }

  ids(field: Field): CodedColumn {
    return this.texts(field, readId);
  }

  /** Returns the numbers of the first column of a field; NaN in every row if there is none. */
  numbers(field: Field): Float64Array {
    const [cells] = this.cells(field);
    return cells ? this.#numbersIn(field, cells) : new Float64Array(this.rowCount).fill(NaN);
  }

  /** Sums of absolute amounts over all columns of a field; 0 if there is none. */
  amounts(field: Field): Float64Array {
    const total = new Float64Array(this.rowCount);
    for (const cells of this.cells(field)) {
      this.#numbersIn(field, cells).forEach((amount, row) => {
        if (amount) total[row]! += Math.abs(amount);
      });
    }
    return total;
  }

  #numbersIn(field: Field, cells: CodedColumn): Float64Array {
    const isCount = this.#counts.has(field) && hasGroups(cells);
    const decimal = decideDecimalSign(decimalVotes(cells), isCount ? '.' : this.#decimalInFile);
    const numbers = Float64Array.from(cells.texts, (text) => {
      const number = readNumber(text, decimal);
      return typeof number === 'number' ? number : NaN;
    });
    return numbersAt(numbers, cells.codes);
  }
}

/** Reads an ID without the marks that stop spreadsheets from treating it as a number: ="123", '123, a tab. */
export function readId(cell: string): string {
  return readText(cleanCell(cell).replace(/^'+\s*/, ''));
}
