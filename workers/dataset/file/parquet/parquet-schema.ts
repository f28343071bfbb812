import { parquetSchema, type FileMetaData, type SchemaElement, type SchemaTree } from 'hyparquet';
import { cellTextOf, type CellText } from './parquet-cells.ts';

/** A column with one value a row. A column within a group is named with a dot, such as "price.amount". */
export interface ParquetLeaf {
  readonly name: string;
  /** Index among all leaf columns of the file. */
  readonly place: number;
  readonly element: SchemaElement;
  /** Definition level of a row with a value: how many of the column and the groups around it may lack one. */
  readonly fullLevel: number;
  readonly cellText: CellText;
}

export interface ParquetColumns {
  readonly leaves: readonly ParquetLeaf[];
  /** Names of the columns that cannot be written as text: lists, maps and the like. */
  readonly leftOut: readonly string[];
}

/** Returns the columns that can be written as text, those within groups included, and the names of the others. */
export function parquetColumns(metadata: FileMetaData): ParquetColumns {
  const leaves: ParquetLeaf[] = [];
  const leftOut: string[] = [];
  let place = 0;
  const walk = (node: SchemaTree, levelAbove: number): void => {
    const { element, children, path } = node;
    const name = path.join('.');
    const fullLevel = levelAbove + (element.repetition_type === 'REQUIRED' ? 0 : 1);
    if (holdsSeveral(element)) {
      leftOut.push(name);
      place += leafCount(node);
    } else if (children.length > 0) for (const child of children) walk(child, fullLevel);
    else {
      const cellText = cellTextOf(element);
      if (cellText === null) leftOut.push(name);
      else leaves.push({ name, place, element, fullLevel, cellText });
      place += 1;
    }
  };
  for (const child of parquetSchema(metadata).children) walk(child, 0);
  return { leaves, leftOut };
}

function holdsSeveral({ repetition_type, converted_type, logical_type }: SchemaElement): boolean {
  if (repetition_type === 'REPEATED') return true;
  const kind = logical_type?.type ?? converted_type ?? '';
  return ['LIST', 'MAP', 'MAP_KEY_VALUE', 'VARIANT'].includes(kind);
}

function leafCount({ children }: SchemaTree): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leafCount(child), 0);
}
