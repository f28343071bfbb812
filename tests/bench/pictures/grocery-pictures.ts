import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/grocery-pictures', import.meta.url));

/** A kind of grocery: its picture in a web shop, and photographs of it on shelves. */
export interface GroceryKind {
  readonly name: string;
  /** What it is a sort of, such as Apple: 43 for 81 kinds. */
  readonly sortOf: string;
  readonly group: string;
  readonly iconic: string;
  readonly photographs: readonly string[];
}

/** Whether the pictures are here. They are from the Grocery Store Dataset (MIT) and are not part of this repository. */
export function hasGroceryPictures(): boolean {
  return existsSync(FOLDER);
}

/** Returns the 81 kinds with the paths of their pictures. */
export function groceryKinds(): GroceryKind[] {
  const [, ...lines] = readFileSync(join(FOLDER, 'classes.csv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, name, , sortOf, group, iconic, folder] = line.split(',');
    const photographs = readdirSync(join(FOLDER, folder!)).sort();
    return {
      name: name!,
      sortOf: sortOf!,
      group: group!,
      iconic: join(FOLDER, iconic!),
      photographs: photographs.map((file) => join(FOLDER, folder!, file)),
    };
  });
}
