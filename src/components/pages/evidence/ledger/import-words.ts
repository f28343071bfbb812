import type {
  ResultsReport,
  EnteredResult,
  OtherRows,
} from '#core/ledger/results/enter-results.ts';
import type { RefusedRow, RowProblem } from '#core/ledger/results/match-results.ts';
import { m } from '#messages';
import type { Finding } from '#components/ui/feedback/finding.ts';
import { issueFindings } from '#components/ui/feedback/issue-words.ts';
import { sentences } from '#components/words/sentences.ts';
import { tally } from '#components/words/counts.ts';
import { formatCount } from '#components/words/numbers.ts';
import { listed } from '#components/words/lists.ts';

const SHOWN = 5;

/** Returns, for example, "Read 6 rows from results.csv. 3 results were entered." */
export function importWords({ fileName, rowsRead, entered }: ResultsReport): string {
  return sentences(
    m.ledger_import_read({ ...tally(rowsRead), file: fileName }),
    entered.length > 0 ? m.ledger_import_entered(tally(entered.length)) : m.ledger_import_none(),
  );
}

/** Returns findings on the rows that are not plain results, one a kind, those that need action first. */
export function importFindings(report: ResultsReport): Finding[] {
  const { entered, refused, unknown, inHistory, knownCount, repeatedCount } = report;
  const early = entered.filter(({ isEarly }) => isEarly);
  const differing = entered.filter(({ otherUnits }) => otherUnits.length > 0);
  const replaced = entered.filter(
    ({ unitsBefore, units }) => unitsBefore !== null && unitsBefore !== units,
  );
  const seenBefore = knownCount + repeatedCount;
  return [
    refused.length > 0 && {
      icon: 'warn' as const,
      title: m.ledger_import_refused_title(tally(refused.length)),
      advice: m.ledger_import_refused_text({ rows: firstOf(refused, refusedWords) }),
    },
    unknown.count > 0 && {
      icon: 'warn' as const,
      title: m.ledger_import_unknown_title(tally(unknown.count)),
      advice: m.ledger_import_unknown_text({ names: namesOf(unknown) }),
    },
    differing.length > 0 && {
      icon: 'warn' as const,
      title: m.ledger_import_others_title(tally(differing.length)),
      advice: m.ledger_import_others_text({ names: firstOf(differing, otherWords) }),
    },
    early.length > 0 && {
      icon: 'note' as const,
      title: m.ledger_import_early_title(tally(early.length)),
      advice: m.ledger_import_early_text({ names: firstOf(early, ({ title }) => title) }),
    },
    replaced.length > 0 && {
      icon: 'note' as const,
      title: m.ledger_import_replaced_title(tally(replaced.length)),
      advice: m.ledger_import_replaced_text({ names: firstOf(replaced, replacedWords) }),
    },
    inHistory.count > 0 && {
      icon: 'note' as const,
      title: m.ledger_import_history_title(tally(inHistory.count)),
      advice: m.ledger_import_history_text({ names: namesOf(inHistory) }),
    },
    seenBefore > 0 && {
      icon: 'note' as const,
      title: m.ledger_import_known_title(tally(seenBefore)),
      advice: m.ledger_import_known_text(),
    },
    ...issueFindings(report.issues),
  ].filter((finding) => finding !== false);
}

const REFUSED_WORDS: Readonly<Record<RowProblem, (row: { row: string; cell: string }) => string>> =
  {
    'negative-units': (row) => m.ledger_refused_negative(row),
    'unreadable-units': (row) => m.ledger_refused_unreadable(row),
    'no-units': (row) => m.ledger_refused_empty(row),
    nameless: (row) => m.ledger_refused_nameless(row),
  };

function refusedWords({ problem, rowNumber, cell }: RefusedRow): string {
  return REFUSED_WORDS[problem]({ row: formatCount(rowNumber), cell });
}

function otherWords({ title, units, otherUnits }: EnteredResult): string {
  const others = listed(otherUnits.map(formatCount));
  return m.ledger_import_other({ name: title, units: formatCount(units), others });
}

function replacedWords({ title, units, unitsBefore }: EnteredResult): string {
  return m.ledger_import_replaced_one({
    ...{ name: title, before: formatCount(unitsBefore), units: formatCount(units) },
  });
}

/** Lists the names that the report gives. It names only a few, and does not count further products. */
function namesOf({ names }: OtherRows): string {
  return listed(names);
}

function firstOf<T>(items: readonly T[], words: (item: T) => string): string {
  const more = items.length - SHOWN;
  const shown = items.slice(0, more > 0 ? SHOWN - 1 : SHOWN).map(words);
  const rest = items.length - shown.length;
  return listed(rest > 0 ? [...shown, m.ledger_and_more({ text: formatCount(rest) })] : shown);
}
