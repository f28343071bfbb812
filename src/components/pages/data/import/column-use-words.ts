import type { ColumnUses } from '#core/import/columns/column-uses.ts';
import { m } from '#messages';
import { sentences } from '#components/words/sentences.ts';
import { quotedNames } from '#components/words/lists.ts';

/** Names the columns that hold no field, and says how each is used; '' if all hold one. */
export function columnUseWords({ attributes, weekly, personal, unused }: ColumnUses): string {
  const said = (columns: readonly string[], words: (named: { readonly names: string }) => string) =>
    columns.length > 0 ? words({ names: quotedNames(columns) }) : '';
  return sentences(
    said(attributes, m.forms_columns_as_attributes),
    said(weekly, m.forms_columns_weekly),
    said(personal, m.forms_columns_personal),
    said(unused, m.forms_columns_unused),
  );
}
