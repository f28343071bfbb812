import type {
  ColumnFacts,
  ColumnLack,
  DateLack,
  DateRange,
} from '#core/import/schema/column-facts.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDay } from '#components/words/dates.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { measureRangeWords } from '#components/words/number-words.ts';
import type { ColumnUses } from '#core/import/columns/column-uses.ts';
import { sentences } from '#components/words/sentences.ts';
import { quotedNames } from '#components/words/lists.ts';
import type { FieldMatch, MatchReason } from '#core/import/schema/field-match.ts';
import type { PersonalColumn } from '#core/import/privacy/personal-columns.ts';
import type { PersonalKind } from '#core/import/privacy/personal-headers.ts';

/** Says what the first rows of a column hold. */
export function columnFactWords(facts: ColumnFacts): string {
  if (facts.kind === 'same') return sameWords(facts);
  const share = formatShare(facts.filledShare);
  if (facts.kind === 'dates') return dateWords(facts.range, share);
  const held =
    facts.kind === 'numbers'
      ? m.forms_column_numbers({ range: measureRangeWords(facts.range), share })
      : m.forms_column_values({ ...tally(facts.valueCount), share });
  return facts.lack === null ? held : LACKS[facts.lack]({ held });
}

const LACKS: Readonly<Record<ColumnLack, (words: { held: string }) => string>> = {
  notes: m.forms_lack_notes,
  buyers: m.forms_lack_buyers,
  reduction: m.forms_lack_reduction,
  code: m.forms_lack_code,
  afterwards: m.forms_lack_afterwards,
  seldom: m.forms_lack_seldom,
  many: m.forms_lack_many,
};

function dateWords({ first, last, lack }: DateRange, share: string): string {
  const dates = m.forms_column_dates({ first: formatDay(first), last: formatDay(last), share });
  return lack === null ? m.forms_dates_learnt({ dates }) : DATE_LACKS[lack]({ dates });
}

const DATE_LACKS: Readonly<Record<DateLack, (words: { dates: string }) => string>> = {
  record: m.forms_dates_record,
  afterwards: m.forms_dates_afterwards,
  'launch-date': m.forms_dates_launch_date,
  calendar: m.forms_dates_calendar,
};

function sameWords({ text, share }: Extract<ColumnFacts, { kind: 'same' }>): string {
  if (share === 1) return text === '' ? m.forms_column_empty_all() : m.forms_column_same_all();
  const shown = { share: formatShare(share) };
  return text === '' ? m.forms_column_empty(shown) : m.forms_column_same(shown);
}

/** Formats a share of rows; 100% only where it is all of them. */
function formatShare(share: number): string {
  return formatPercent(share < 1 ? Math.min(share, 0.99) : share);
}

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

const WORDS: Readonly<Record<MatchReason, () => string | null>> = {
  'same-name': () => m.forms_match_same_name(),
  'name-without-units': () => m.forms_match_without_units(),
  'part-of-name': () => m.forms_match_part_of_name(),
  'only-date-column': () => m.forms_match_only_dates(),
  'names-of-channels': () => m.forms_match_channel_names(),
  'stands-in': () => m.forms_match_stands_in(),
  remembered: () => m.forms_match_remembered(),
  chosen: () => null,
};

/** Says how sure a proposed column is, and why; null if the seller chose it. */
export function matchWords({ confidence, reason }: FieldMatch): string | null {
  const isContested = confidence === 'likely' && reason !== 'part-of-name';
  return isContested ? m.forms_match_contested() : WORDS[reason]();
}

const KIND_WORDS: Readonly<Record<PersonalKind, () => string>> = {
  name: m.forms_personal_name,
  email: m.forms_personal_email,
  phone: m.forms_personal_phone,
  address: m.forms_personal_address,
  payment: m.forms_personal_payment,
  'id-number': m.forms_personal_id_number,
};

/** Says what personal data a column holds, and whether its name or its values show that. */
export function personalWords({ kind, reason }: PersonalColumn): string {
  const what = KIND_WORDS[kind]();
  return reason === 'header'
    ? m.forms_personal_by_header({ what })
    : m.forms_personal_by_values({ what });
}
