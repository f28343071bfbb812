// Reads which files of the app import which, and finds circles among them.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** Each file with the files that it imports, statically, dynamically or as types. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const IMPORT = /\b(?:from|import)\s*\(?\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]/g;

/**
 * Returns the import graph of source files.
 * @param files paths relative to the root
 * @param aliases folder by prefix, such as "#core/" → "src/core/"
 */
export function importGraph(
  root: string,
  files: readonly string[],
  aliases: Readonly<Record<string, string>>,
): ImportGraph {
  const targetOf = (file: string, named: string): string | null => {
    const name = named.replace(/\?.*$/, '');
    if (name.startsWith('.')) return posix.normalize(posix.join(dirname(file), name));
    const prefix = Object.keys(aliases).find((each) => name.startsWith(each));
    return prefix === undefined ? null : aliases[prefix]! + name.slice(prefix.length);
  };
  return new Map(
    files.map((file) => {
      const named = [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)];
      const targets = named.flatMap(([, name]) => targetOf(file, name!) ?? []);
      return [file, targets.filter((target) => existsSync(join(root, target)))];
    }),
  );
}

/** Returns the groups of files that import each other in a circle: strongly connected components (Tarjan 1972). */
export function circlesIn(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) visit(target);
      if (open.includes(target)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const members = open.splice(open.indexOf(file));
    if (members.length > 1 || graph.get(file)?.includes(file)) circles.push(members);
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}
