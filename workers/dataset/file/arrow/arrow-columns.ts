import { Type, type Batch, type Column, type DataType, type Field } from '@uwdata/flechette';
import { hasNulls, requireRows, textOfType, type TextAt } from './arrow-cells.ts';
import { quoted } from '../csv-line.ts';

/** A column with one value a row. A column within a group is named with a dot, such as "price.amount". */
export interface ArrowLeaf {
  readonly name: string;
  /** Index among the file's columns, then among the children of each group around it. */
  readonly path: readonly number[];
  readonly type: DataType;
}

export interface ArrowColumns {
  readonly leaves: readonly ArrowLeaf[];
  /** Names of the columns that cannot be written as text: lists, maps and the like. */
  readonly leftOut: readonly string[];
}

/** Returns the cell of a row as it stands in a CSV; '' where there is no value. */
type CellAt = (place: number) => string;

/** Returns the columns that can be written as text, those within groups included, and the names of the others. */
export function arrowColumns(fields: readonly Field[]): ArrowColumns {
  const leaves: ArrowLeaf[] = [];
  const leftOut: string[] = [];
  const walk = ({ name, type }: Field, path: readonly number[], above: string): void => {
    const whole = `${above}${name}`;
    if (type.typeId === Type.Struct)
      type.children.forEach((child, place) => walk(child, [...path, place], `${whole}.`));
    else if (textOfType(wordType(type)) === null) leftOut.push(whole);
    else leaves.push({ name: whole, path, type });
  };
  fields.forEach((field, place) => walk(field, [place], ''));
  return { leaves, leftOut };
}

function wordType(type: DataType): DataType {
  return type.typeId === Type.Dictionary ? type.dictionary : type;
}

/** A batch of rows as the package holds them: the file's columns, and the index of the batch in each. */
export interface ArrowBatch {
  readonly columns: readonly Column<unknown>[];
  readonly place: number;
  readonly rowCount: number;
}

/** Returns the cells of a leaf by row. Throws where the batch holds fewer rows than `rowCount`. */
export function cellsOf(
  { columns, place, rowCount }: ArrowBatch,
  { path, type }: ArrowLeaf,
): CellAt {
  const [first, ...within] = path;
  const around: Batch<unknown>[] = [];
  let batch = columns[first!]!.data[place]!;
  for (const child of within) {
    requireRows(batch, rowCount);
    around.push(batch);
    batch = batch.children[child]!;
  }
  requireRows(batch, rowCount);
  const cell = plainCells(batch, type);
  const all = [...around, batch].filter(hasNulls);
  return (row) => (all.every((each) => each.isValid(row)) ? cell(row) : '');
}

function plainCells(batch: Batch<unknown>, type: DataType): CellAt {
  const textAt = textOfType(wordType(type))!;
  if (type.typeId !== Type.Dictionary) return (row) => quoted(textAt(batch, row));
  const words = wordsOf((batch as DictionaryBatch).dictionary, textAt);
  return (row) => {
    const word = words[Number(batch.values[row])];
    if (word === undefined) throw new Error('expected a word of the dictionary, got none');
    return word;
  };
}

interface DictionaryBatch extends Batch<unknown> {
  readonly dictionary: Column<unknown>;
}

/** Words of each dictionary as CSV cells, shared by all batches of rows that were read with it. */
const known = new WeakMap<Column<unknown>, readonly string[]>();

function wordsOf(dictionary: Column<unknown>, textAt: TextAt): readonly string[] {
  const found = known.get(dictionary);
  if (found) return found;
  const words: string[] = [];
  for (const batch of dictionary.data) {
    requireRows(batch, batch.length);
    const isValid = (place: number) => !hasNulls(batch) || batch.isValid(place);
    for (let place = 0; place < batch.length; place++)
      words.push(isValid(place) ? quoted(textAt(batch, place)) : '');
  }
  known.set(dictionary, words);
  return words;
}
