import type { IssueLog } from '../csv/issue-log.ts';
import { FEW_LAUNCHES, MIN_LAUNCHES } from '../launch/sizes.ts';
import type { Mapping } from '../schema/mapping.ts';
import { countTexts } from '../statistics.ts';

interface Findings {
  readonly mapping: Mapping;
  readonly log: IssueLog;
}

interface RowFindings extends Findings {
  readonly rowNumbers: ArrayLike<number>;
}

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

/** The same product can launch twice, so such rows stay; they can also be a slip. */
export function noteRepeatedIds(
  ids: readonly string[],
  { rowNumbers, mapping, log }: RowFindings,
): void {
  const column = mapping.fields.productId ?? null;
  const finding = {
    kind: 'duplicate-id',
    severity: 'warning',
    field: 'productId',
    column,
  } as const;
  const counts = new Map(countTexts(ids));
  ids.forEach((id, i) => {
    if ((counts.get(id) ?? 0) > 1) log.add(finding, rowNumbers[i]!, id);
  });
}

export function noteUnusedColumns(headers: readonly string[], { mapping, log }: Findings): void {
  const used = new Set([...Object.values(mapping.fields), ...mapping.attributes]);
  const unused = headers.filter((header) => !used.has(header));
  if (unused.length === 0) return;
  log.note({ kind: 'columns-not-used', severity: 'info' }, unused.length, unused.join(', '));
}

/** Only launches with known units can teach a prediction of units. */
export function noteFewLaunches(measuredCount: number, log: IssueLog): void {
  if (measuredCount < MIN_LAUNCHES || measuredCount >= FEW_LAUNCHES) return;
  log.note({ kind: 'few-launches', severity: 'warning' }, measuredCount);
}
