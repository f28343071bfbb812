import { cellAt, type CodedColumn } from '../csv/coded-column.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { FEW_LAUNCHES, MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import { similarTitles } from '../quality/similar-titles.ts';
import { repeatedIds } from '../quality/repeated-ids.ts';
import { sameEverywhere } from '../schema/column-facts.ts';
import type { Mapping } from '../schema/mapping.ts';
import { VARIANT_UNITS } from '../schema/variant-header.ts';
import { weeklyColumns } from '../columns/read-weekly-units.ts';

interface Findings {
  readonly mapping: Mapping;
  readonly log: IssueLog;
}

interface RowFindings extends Findings {
  readonly rowNumbers: ArrayLike<number>;
}

/** Logs launches without a title. */
export function noteMissingTitles(
  titles: readonly string[],
  { rowNumbers, mapping, log }: RowFindings,
): void {
  const column = mapping.fields.title ?? null;
  const finding = { kind: 'missing-title', severity: 'info', field: 'title', column } as const;
  titles.forEach((title, i) => {
    if (title === '') log.add(finding, rowNumbers[i]!);
  });
}

/** With more names, some are similar by chance, and the search takes seconds. */
const MOST_NAMES = 20_000;

/**
 * Logs nearly equal titles. Nothing is changed: a product can launch twice, and two products can have similar names.
 */
export function noteSimilarTitles(
  titles: readonly string[],
  { rowNumbers, mapping, log }: RowFindings,
): void {
  const rowOf = new Map<string, number>();
  titles.forEach((title, i) => {
    if (title !== '' && !rowOf.has(title)) rowOf.set(title, rowNumbers[i]!);
  });
  if (rowOf.size > MOST_NAMES) return;
  const column = mapping.fields.title ?? null;
  const finding = { kind: 'alike-titles', severity: 'info', field: 'title', column } as const;
  for (const { title, same } of similarTitles([...rowOf.keys()]))
    log.add(finding, rowOf.get(title)!, `${same} ↔ ${title}`);
}

/**
 * Logs repeated IDs and returns the rows to exclude. A product can launch twice, so these rows usually stay. They can
 * also be an input error, or newer figures of one launch.
 */
export function noteRepeatedIds(
  ids: CodedColumn,
  usable: readonly number[],
  { rows, mapping, log }: Findings & { readonly rows: TextRows },
): ReadonlySet<number> {
  const { all, earlier } = repeatedIds(ids, usable);
  if (all.length === 0) return new Set();
  const column = mapping.fields.productId ?? null;
  const finding = {
    kind: 'duplicate-id',
    severity: 'warning',
    field: 'productId',
    column,
  } as const;
  const isSetAside = log.treats(finding, 'set-aside', false);
  for (const row of isSetAside ? earlier : all)
    log.add(finding, rows.rowNumbers[row]!, cellAt(ids, row));
  return new Set(isSetAside ? earlier : []);
}

/** Logs the columns that are neither mapped nor used otherwise. */
export function noteUnusedColumns(headers: readonly string[], { mapping, log }: Findings): void {
  const weekly = weeklyColumns(headers, mapping).values();
  const used = new Set([...Object.values(mapping.fields), ...mapping.attributes, ...weekly]);
  const unused = headers.filter((header) => !used.has(header) && header !== VARIANT_UNITS);
  if (unused.length === 0) return;
  log.note({ kind: 'columns-not-used', severity: 'info' }, unused.length, unused.join(', '));
}

/** Warns if few launches have known units, because only those can teach a prediction of units. */
export function noteFewLaunches(measuredCount: number, log: IssueLog): void {
  if (measuredCount < MIN_LAUNCHES || measuredCount >= FEW_LAUNCHES) return;
  log.note({ kind: 'few-launches', severity: 'warning' }, measuredCount);
}

/** With fewer launches, all may be the same by chance. */
const LAUNCHES_ENOUGH = 30;

/** Logs attributes that are the same in nearly all launches, because a model learns nothing from them. */
export function noteSameEverywhere(attributes: LaunchTable['attributes'], log: IssueLog): void {
  for (const [column, texts] of Object.entries(attributes)) {
    const same = texts.length >= LAUNCHES_ENOUGH ? sameEverywhere(texts) : null;
    if (same)
      log.note({ kind: 'same-everywhere', severity: 'info', column }, same.count, same.text);
  }
}
