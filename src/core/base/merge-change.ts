// Merges two tabs' changes of one record, field by field, down to each product of a list.

import { isSameRecord } from './record-change.ts';

export interface Merged<T> {
  readonly merged: T;
  /** Paths that both changed in different ways; there `changed` wins. */
  readonly conflicts: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Applies the difference between `base` and `changed` to `stored`.
 * @param base version before the change
 * @param changed version after the change
 * @param stored version stored now
 */
export function mergeChange<T>(base: T, changed: T, stored: T): Merged<T> {
  const conflicts: string[] = [];
  return { merged: merge({ base, changed, stored }, '', conflicts) as T, conflicts };
}

interface Versions {
  readonly base: unknown;
  readonly changed: unknown;
  readonly stored: unknown;
}

function merge({ base, changed, stored }: Versions, path: string, conflicts: string[]): unknown {
  if (isSameRecord(base, changed)) return stored;
  if (isSameRecord(base, stored) || isSameRecord(changed, stored)) return changed;
  const versions: Three<unknown> = [base, changed, stored];
  if (all(versions, isFields)) return mergeFields(versions, path, conflicts);
  if (all(versions, isByProduct)) {
    const [from, to, now] = versions;
    const fields = [byProduct(from), byProduct(to), byProduct(now)] as const;
    return inOrder(mergeFields(fields, path, conflicts), versions);
  }
  if (all(versions, isSet)) return mergeSets(versions);
  conflicts.push(path);
  return changed;
}

type Three<T> = readonly [base: T, changed: T, stored: T];

function all<T>(
  versions: Three<unknown>,
  is: (value: unknown) => value is T,
): versions is Three<T> {
  return versions.every(is);
}

function mergeFields([base, changed, stored]: Three<Fields>, path: string, conflicts: string[]) {
  const names = new Set([...Object.keys(stored), ...Object.keys(changed)]);
  const merged: [string, unknown][] = [];
  for (const name of names) {
    const place = path === '' ? name : `${path}.${name}`;
    const of = (fields: Fields) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
    const versions = { base: of(base), changed: of(changed), stored: of(stored) };
    const value = merge(versions, place, conflicts);
    if (value !== undefined) merged.push([name, value]);
  }
  return Object.fromEntries(merged);
}

type ByProduct = readonly { readonly productId: string }[];

function byProduct(list: ByProduct): Fields {
  return Object.fromEntries(list.map((each) => [each.productId, each]));
}

/** In the order of `stored`, then in that of `changed`. */
function inOrder(merged: Fields, [, changed, stored]: Three<ByProduct>): unknown[] {
  const ids = new Set([...stored, ...changed].map(({ productId }) => productId));
  return [...ids].flatMap((id) => (Object.hasOwn(merged, id) ? [merged[id]] : []));
}

type Member = string | number;

/** Members that the change removed are removed, and members that it added are added. */
function mergeSets([base, changed, stored]: Three<readonly Member[]>): Member[] {
  const kept = stored.filter((member) => changed.includes(member) || !base.includes(member));
  const added = changed.filter((member) => !base.includes(member) && !stored.includes(member));
  return [...kept, ...added];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isByProduct(value: unknown): value is ByProduct {
  return (
    Array.isArray(value) &&
    value.every((each) => isFields(each) && typeof each.productId === 'string') &&
    new Set(value.map(({ productId }: { productId: string }) => productId)).size === value.length
  );
}

function isSet(value: unknown): value is readonly Member[] {
  return (
    Array.isArray(value) &&
    value.every((each) => typeof each === 'number' || typeof each === 'string') &&
    new Set(value).size === value.length
  );
}
