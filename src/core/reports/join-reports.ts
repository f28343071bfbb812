// Reports of ads and visits → what was spent on each launch, and how often it was seen. By numbers and names where they tell,
// else by words and days, which the seller confirms.

import type { DerivedLaunch } from '../derivation/derivation.ts';
import type { ProductByName } from '../derivation/product-by-name.ts';
import type { ReportKind, ShopReport } from '../exports/read-report.ts';
import { finite, sum } from '../statistics.ts';
import { launchFinder, type CountedLaunch, type FoundLaunch } from './find-launch.ts';
import { LaunchWindow } from './launch-window.ts';
import type {
  ReportAccount,
  ReportChoice,
  ReportDays,
  ReportMatch,
  SubjectCount,
} from './report.ts';
import { dayCount, mergedSpans, sharedDays } from './spans.ts';
import { subjectsOf, undatedFiles, type ReportEntry, type Subject } from './subjects.ts';

interface ReportsRequest {
  readonly reports: readonly ShopReport[];
  readonly launches: readonly DerivedLaunch[];
  readonly productByName: ProductByName;
  readonly horizonDays: number;
  readonly choice: ReportChoice;
}

interface JoinedReports {
  readonly launches: readonly DerivedLaunch[];
  /** One a kind of which there are reports. */
  readonly accounts: readonly ReportAccount[];
}

/** A launch is told something only if the reports tell of so much of its horizon. */
const LEAST_TOLD = 0.9;
/** If hardly more than this share is spent on nobody knows what, launches without a match had no ads. */
const LITTLE = 0.1;
const NAMES_SHOWN = 5;

export function joinReports(request: ReportsRequest): JoinedReports {
  const kinds = (['ads', 'traffic'] as const).filter((kind) =>
    request.reports.some(({ table }) => table.kind === kind),
  );
  return kinds.reduce<JoinedReports>(
    ({ launches, accounts }, kind) => {
      const joined = joinKind({ ...request, launches }, kind);
      return { launches: joined.launches, accounts: [...accounts, joined.account] };
    },
    { launches: request.launches, accounts: [] },
  );
}

/** A subject, what it counts in all, and which launch it is about. */
interface Found {
  readonly subject: Subject;
  readonly amount: number;
  readonly found: FoundLaunch;
  /** By name, or by words that were not refused. */
  readonly isTaken: boolean;
}

function joinKind(request: ReportsRequest, kind: ReportKind) {
  const { reports, launches, horizonDays, choice } = request;
  const subjects = subjectsOf(reports, kind, choice.days);
  const told = toldDays(subjects, kind);
  const candidates = launches
    .map((launch) => ({ launch, window: new LaunchWindow(launch, horizonDays, kind) }))
    .filter(({ window }) => isTold(window.horizon, told));
  const all = foundLaunches(subjects, candidates, { ...request, kind });
  const entriesOf = entriesByLaunch(all);
  const hasRest = kind === 'ads' && entriesOf.size > 0 && entriesOf.size < candidates.length;
  const restHadNoAds = hasRest ? (choice.restHadNoAds ?? isLittleUnknown(all)) : null;
  const changed = new Map(
    candidates.map(({ launch, window }) => {
      const entries = entriesOf.get(launch);
      return [launch, entries ? counts(window, entries, kind) : restHadNoAds ? { adSpend: 0 } : {}];
    }),
  );
  const account: ReportAccount = {
    ...{ kind, undated: undatedFiles(reports, kind), restHadNoAds },
    days: told.length > 0 ? { from: told[0]!.from, until: told.at(-1)!.until } : null,
    launchCount: entriesOf.size,
    byName: countOf(all, ({ found }) => found.how === 'name'),
    byWords: countOf(all, ({ found, isTaken }) => found.how === 'words' && isTaken),
    elsewhere: countOf(
      all,
      ({ found, isTaken }) => found.how === 'elsewhere' || (found.how === 'words' && !isTaken),
    ),
    unmatched: countOf(all, ({ found }) => found.how === 'unmatched'),
    unmatchedNames: all
      .filter(({ found }) => found.how === 'unmatched')
      .slice(0, NAMES_SHOWN)
      .map(({ subject }) => subject.name),
    matches: all.flatMap((each) => matchOf(each, kind)),
  };
  return { launches: launches.map((launch) => ({ ...launch, ...changed.get(launch) })), account };
}

/** Campaigns come and go: a report of ads tells of all days from its first to its last. One of visits tells of its rows' days. */
function toldDays(subjects: readonly Subject[], kind: ReportKind): readonly ReportDays[] {
  const spans = mergedSpans(subjects.flatMap(({ entries }) => entries));
  const [first, last] = [spans[0], spans.at(-1)];
  return kind === 'ads' && first && last ? [{ from: first.from, until: last.until }] : spans;
}

function isTold(horizon: ReportDays, told: readonly ReportDays[]): boolean {
  return sum(told.map((span) => sharedDays(span, horizon))) >= LEAST_TOLD * dayCount(horizon);
}

/** What counts most first. */
function foundLaunches(
  subjects: readonly Subject[],
  candidates: readonly CountedLaunch[],
  { productByName, choice, kind }: ReportsRequest & { readonly kind: ReportKind },
): Found[] {
  const find = launchFinder(candidates, productByName);
  return subjects
    .map((subject) => {
      const found = find(subject);
      const amount = sum(finite(subject.entries.map((entry) => entry[COUNTED[kind]])));
      const proposed = found.how === 'words' && found.isSure;
      const isTaken = found.how === 'name' || (choice.matches[subject.name] ?? proposed);
      return { subject, found, amount, isTaken };
    })
    .toSorted((a, b) => b.amount - a.amount);
}

const COUNTED = { ads: 'spend', traffic: 'impressions' } as const;

function entriesByLaunch(all: readonly Found[]): Map<DerivedLaunch, ReportEntry[]> {
  const entriesOf = new Map<DerivedLaunch, ReportEntry[]>();
  for (const { subject, found, isTaken } of all) {
    if (!isTaken || !('counted' in found)) continue;
    const { launch } = found.counted;
    entriesOf.set(launch, [...(entriesOf.get(launch) ?? []), ...subject.entries]);
  }
  return entriesOf;
}

function counts(
  window: LaunchWindow,
  entries: readonly ReportEntry[],
  kind: ReportKind,
): Partial<DerivedLaunch> {
  if (kind === 'ads') return { adSpend: rounded(window.total(entries, 'spend'), 100) };
  return {
    impressions: rounded(window.total(entries, 'impressions'), 1),
    clicks: rounded(window.total(entries, 'clicks'), 1),
  };
}

function rounded(value: number, perUnit: number): number {
  return Math.round(value * perUnit) / perUnit;
}

function isLittleUnknown(all: readonly Found[]): boolean {
  const unknown = countOf(all, ({ found }) => found.how === 'unmatched').amount;
  return unknown <= LITTLE * countOf(all, () => true).amount;
}

function countOf(all: readonly Found[], has: (each: Found) => boolean): SubjectCount {
  const some = all.filter(has);
  return { subjects: some.length, amount: sum(some.map(({ amount }) => amount)) };
}

function matchOf({ subject, found, isTaken }: Found, kind: ReportKind): ReportMatch[] {
  if (found.how !== 'words') return [];
  const { launch, window } = found.counted;
  const { productId, title, launchDay } = launch;
  const amount = window.total(subject.entries, COUNTED[kind]);
  return [{ subject: subject.name, productId, title, launchDay, amount, isTaken }];
}
