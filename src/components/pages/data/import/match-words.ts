import type { FieldMatch, MatchReason } from '#core/import/schema/field-match.ts';
import { m } from '#messages';

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
