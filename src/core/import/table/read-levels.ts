import { mapTexts, textCounts, type CodedColumn } from '../csv/coded-column.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { IssueKind } from '../csv/issues.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { possibleTypos, spellingVariants } from '../quality/similar-levels.ts';
import type { TextFieldName } from '#core/launch/fields.ts';
import { readCodedTexts } from '../columns/read-columns.ts';

interface LevelColumn {
  readonly rows: TextRows;
  readonly header: string | undefined;
  /** null for a free attribute. */
  readonly field: TextFieldName | null;
  readonly log: IssueLog;
}

/** Reads a column of few distinct texts. Spelling variants and possible typos are merged where the treatment is on. */
export function readLevels(column: LevelColumn): CodedColumn {
  const typed = readCodedTexts(column.rows, column.header);
  const spelled = merged(typed, spellingVariants, { ...column, kind: 'spelling-variants' });
  return merged(spelled, possibleTypos, { ...column, kind: 'possible-typos' });
}

type FindSpellings = (levels: {
  readonly texts: readonly string[];
  readonly counts: ArrayLike<number>;
}) => ReadonlyMap<string, string>;

function merged(
  cells: CodedColumn,
  findSpellings: FindSpellings,
  { rows, header: column = null, field, log, kind }: MergedColumn,
): CodedColumn {
  const spellings = findSpellings({ texts: cells.texts, counts: textCounts(cells) });
  if (spellings.size === 0) return cells;
  const isUsual = kind === 'spelling-variants';
  const finding = { kind, severity: 'info', field, column } as const;
  const isOn = log.treats(finding, 'merge', isUsual);
  const targets = cells.texts.map((text) => spellings.get(text));
  cells.codes.forEach((code, row) => {
    const target = targets[code];
    if (target !== undefined)
      log.add(finding, rows.rowNumbers[row]!, `${cells.texts[code]!} → ${target}`);
  });
  return isOn ? mapTexts(cells, (text) => spellings.get(text) ?? text) : cells;
}

interface MergedColumn extends Omit<LevelColumn, 'header'> {
  readonly header?: string | null | undefined;
  readonly kind: IssueKind;
}
