// Adds ad spend, impressions and clicks from reports to launches. Subjects are matched by numbers and names, otherwise
// by words and days, which the seller confirms.

import type { DerivedLaunch } from '../derivation/derivation-settings.ts';
import type { KnownProducts } from '../derivation/known-products.ts';
import type { ReportKind, ShopReport } from '../platform-files/read-report.ts';
import { ownValue } from '#core/base/lookup.ts';
import { finite, sum } from '#core/base/statistics/statistics.ts';
import { launchFinder, type CountedLaunch, type FoundLaunch } from './find-launch.ts';
import { LaunchWindow } from './launch-window.ts';
import type {
  MarketingAccount,
  ReportChoice,
  ReportDays,
  ReportMatch,
  SubjectCount,
} from './report-match.ts';
import { dayCount, sharedDays } from './day-spans.ts';
import { subjectsOf, undatedFiles, type ReportEntry, type Subject } from './report-subjects.ts';
import { toldDays } from './reported-days.ts';

interface ReportsRequest {
  readonly reports: readonly ShopReport[];
  readonly launches: readonly DerivedLaunch[];
  readonly known: KnownProducts;
  readonly horizonDays: number;
  readonly choice: ReportChoice;
}

interface JoinedReports {
  readonly launches: readonly DerivedLaunch[];
  /** One account for each kind of report that is present. */
  readonly accounts: readonly MarketingAccount[];
}

/** Least share of its horizon that the reports must cover for a launch to get counts. */
const LEAST_TOLD = 0.9;
/**
 * If at most this share of the spend is unmatched or undecided, launches without a match are assumed to have had no
 * ads.
 */
const LITTLE = 0.1;
const NAMES_SHOWN = 5;
const COUNTED = { ads: 'spend', traffic: 'impressions' } as const;

/** Joins the reports of ads and visits to the launches. Returns an account for each kind. */
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

/** The outcome for a subject. 'open': words propose a launch, and the seller has not confirmed or rejected it. */
type Fate = 'name' | 'words' | 'open' | 'elsewhere' | 'unmatched';

interface FoundSubject {
  readonly subject: Subject;
  readonly found: FoundLaunch;
  readonly fate: Fate;
  /** Total of its counts, over all its entries. */
  readonly amount: number;
}

function joinKind(request: ReportsRequest, kind: ReportKind) {
  const { reports, launches, horizonDays, choice } = request;
  const { subjects, repeatedRows } = subjectsOf(reports, kind, choice.days);
  const told = toldDays(reports, kind, choice.days);
  const candidates = launches
    .map((launch) => ({ launch, window: new LaunchWindow(launch, horizonDays, kind) }))
    .filter(({ window }) => isTold(window.horizon, told));
  const all = findAll(subjects, candidates, { ...request, kind });
  const entriesOf = entriesByLaunch(all);
  const counts = new Map(
    [...entriesOf].map(([{ launch, window }, entries]) => [
      launch,
      countsIn(window, entries, kind),
    ]),
  );
  const claimed = new Set(all.flatMap((each) => launchOf(each)?.launch ?? []));
  const rest = candidates.filter(({ launch }) => !claimed.has(launch));
  const hasRest = kind === 'ads' && rest.length > 0 && sum(all.map(({ amount }) => amount)) > 0;
  const restHadNoAds = hasRest ? (choice.restHadNoAds ?? isLittleUnknown(all)) : null;
  if (restHadNoAds) for (const { launch } of rest) counts.set(launch, { adSpend: 0 });
  const account: MarketingAccount = {
    ...{ kind, undated: undatedFiles(reports, kind), restHadNoAds, repeatedRows },
    days: told.length > 0 ? { from: told[0]!.from, until: told.at(-1)!.until } : null,
    launchCount: [...entriesOf.keys()].filter(({ launch }) => hasCounts(counts.get(launch))).length,
    byName: countOf(all, 'name'),
    byWords: countOf(all, 'words'),
    open: countOf(all, 'open'),
    elsewhere: countOf(all, 'elsewhere'),
    unmatched: countOf(all, 'unmatched'),
    unmatchedNames: all
      .filter(({ fate }) => fate === 'unmatched')
      .slice(0, NAMES_SHOWN)
      .map(({ subject }) => subject.name),
    tooLong: all.filter((each) => launchOf(each)?.window.isTooLong(each.subject.entries)).length,
    matches: openFirst(all).flatMap((each) => matchOf(each, kind)),
  };
  return { launches: launches.map((launch) => ({ ...launch, ...counts.get(launch) })), account };
}

function isTold(horizon: ReportDays, told: readonly ReportDays[]): boolean {
  return sum(told.map((span) => sharedDays(span, horizon))) >= LEAST_TOLD * dayCount(horizon);
}

/** Finds all launches, subjects with the largest counts first. */
function findAll(
  subjects: readonly Subject[],
  launches: readonly CountedLaunch[],
  { known, choice, kind }: ReportsRequest & { readonly kind: ReportKind },
): FoundSubject[] {
  const find = launchFinder({ launches, known, subjects });
  return subjects
    .map((subject) => {
      const found = find(subject);
      const amount = sum(finite(subject.entries.map((entry) => entry[COUNTED[kind]])));
      return { subject, found, amount, fate: fateOf(found, ownValue(choice.matches, subject.key)) };
    })
    .toSorted((a, b) => b.amount - a.amount);
}

function fateOf(found: FoundLaunch, said: boolean | undefined): Fate {
  if (found.how !== 'words') return found.how;
  if (said === false) return 'elsewhere';
  return said || found.isSure ? 'words' : 'open';
}

/** Returns the launch that a subject is, or may be, about. */
function launchOf({ found, fate }: FoundSubject): CountedLaunch | null {
  return 'counted' in found && fate !== 'elsewhere' ? found.counted : null;
}

function entriesByLaunch(all: readonly FoundSubject[]): Map<CountedLaunch, ReportEntry[]> {
  const entriesOf = new Map<CountedLaunch, ReportEntry[]>();
  for (const each of all) {
    const counted = each.fate === 'open' ? null : launchOf(each);
    if (!counted) continue;
    const entries = entriesOf.get(counted) ?? [];
    entriesOf.set(counted, entries);
    for (const entry of each.subject.entries) entries.push(entry);
  }
  return entriesOf;
}

type Counts = Partial<Pick<DerivedLaunch, 'adSpend' | 'impressions' | 'clicks'>>;

function countsIn(window: LaunchWindow, entries: readonly ReportEntry[], kind: ReportKind): Counts {
  if (kind === 'ads') return { adSpend: rounded(window.total(entries, 'spend'), 100) };
  return {
    impressions: rounded(window.total(entries, 'impressions'), 1),
    clicks: rounded(window.total(entries, 'clicks'), 1),
  };
}

function hasCounts(counts: Counts | undefined): boolean {
  return finite(Object.values(counts ?? {})).length > 0;
}

function rounded(value: number, perUnit: number): number {
  return Math.round(value * perUnit) / perUnit;
}

function isLittleUnknown(all: readonly FoundSubject[]): boolean {
  const unknown = countOf(all, 'open').amount + countOf(all, 'unmatched').amount;
  return unknown <= LITTLE * sum(all.map(({ amount }) => amount));
}

function countOf(all: readonly FoundSubject[], fate: Fate): SubjectCount {
  const some = all.filter((each) => each.fate === fate);
  return { subjects: some.length, amount: sum(some.map(({ amount }) => amount)) };
}

function openFirst(all: readonly FoundSubject[]): FoundSubject[] {
  return all.toSorted((a, b) => Number(b.fate === 'open') - Number(a.fate === 'open'));
}

function matchOf({ subject, found, fate }: FoundSubject, kind: ReportKind): ReportMatch[] {
  if (found.how !== 'words') return [];
  const { launch, window } = found.counted;
  const { productId, title, launchDay } = launch;
  const amount = window.total(subject.entries, COUNTED[kind]);
  const { key, name } = subject;
  return [{ key, subject: name, productId, title, launchDay, amount, isTaken: fate === 'words' }];
}
