import { isAbort } from '#core/base/errors.ts';
import type { LaunchAction, LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { supportOf } from '#core/planning/search/support.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { betterBeyond, type BetterBeyond } from '#core/season/calendar/beyond-season.ts';
import {
  withIncluded,
  withLeftOut,
  withLimits,
  withLock,
  withPlacement,
  withWeekTurned,
  withWish,
  type CalendarContent,
  type WishChange,
} from '#core/season/calendar/calendar-edits.ts';
import { besideStock, type HeldBackShares } from '#core/season/offers/beside-stock.ts';
import type { ConflictPart } from '#core/season/problem/limit-conflict.ts';
import { placedPlans, type CountSupport } from '#core/season/calendar/placed-plan.ts';
import { leftOutOf } from '#core/season/calendar/left-out.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import type { SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { SeasonSolution, SolveEnd } from '#core/season/problem/season-solution.ts';
import { usualTotal, viewSeason, type SeasonView } from '#core/season/calendar/season-view.ts';
import { updatedProblem, type MadeProblem } from '#core/season/problem/updated-problem.ts';
import { weekChanges, type WeekChange } from '#core/season/calendar/week-changes.ts';
import { plan } from '#jobs/jobs.ts';
import { m } from '#messages';
import { LiveQuery } from '../base/live-query.svelte.ts';
import type { Notices } from '../base/notices.svelte.ts';
import type { CalendarChange, SeasonCalendars, UnkeptCalendar } from './season-calendars.svelte.ts';
import { SeasonDecisions, type DecisionSources } from './season-decisions.svelte.ts';
import { later } from '../base/later.ts';

const { loadHistory } = later(() => import('#storage/plan/load-history.ts'));
const { loadOffers } = later(() => import('#storage/plan/seasons.ts'));

/** Optimality gap that is good enough, as a share of the value, and the longest search, in seconds. */
const GAP = 0.005;
const SECONDS = 20;

type SolvePhase =
  | { readonly status: 'idle' }
  | { readonly status: 'solving'; readonly best: SeasonSolution | null; readonly startedAt: number }
  /** `end` is null where the seller stopped the search. */
  | { readonly status: 'solved'; readonly end: SolveEnd | null; readonly seconds: number }
  | { readonly status: 'clash'; readonly parts: readonly ConflictPart[] }
  | { readonly status: 'failed'; readonly error: unknown };

const ports = {
  loadOffers,
  planSeason: plan.planSeason,
  loadHistory,
  now: () => Date.now(),
};
export type SeasonPorts = typeof ports;

interface Sources extends DecisionSources {
  readonly calendars: SeasonCalendars;
  readonly notices: Notices;
  /** Share of each product's units that similar stock on hand takes. */
  readonly heldBack?: (offers: SeasonOffers) => HeldBackShares;
}

/** A launch of the season as a plan, without precedents (`support`): these are counted only on request. */
export type PlacedLaunch = Omit<LaunchPlan, 'support'>;

/** Plans the season of a data set: evaluates its calendar, solves it and applies changes by hand. */
export class SeasonPlanner {
  readonly #sources: Sources;
  readonly #decisions: SeasonDecisions;
  readonly #ports: SeasonPorts;
  readonly #query: LiveQuery<SeasonOffers | null | undefined>;
  #hasBegun = false;
  #phase = $state.raw<SolvePhase>({ status: 'idle' });
  #controller = new AbortController();
  #made: MadeProblem | null = null;

  constructor(sources: Sources, withPorts: SeasonPorts = ports) {
    this.#sources = sources;
    this.#decisions = new SeasonDecisions(sources);
    this.#ports = withPorts;
    const { datasetId } = sources.calendars;
    this.#query = new LiveQuery<SeasonOffers | null | undefined>(
      async () => (await withPorts.loadOffers(datasetId)) ?? null,
      undefined,
    );
  }

  /**
   * Offers of the last ranking, less what stock on hand takes. Undefined until they are read, null where the ranking is
   * from before offers were kept.
   */
  readonly offers: SeasonOffers | null | undefined = $derived.by(() => {
    const known = this.#query.current;
    return known ? besideStock(known, this.#heldBack) : known;
  });

  get phase(): SolvePhase {
    return this.#phase;
  }

  get isSolving(): boolean {
    return this.#phase.status === 'solving';
  }

  /** The last error, or null. */
  get failure(): unknown {
    const failed = this.#phase.status === 'failed' ? this.#phase.error : null;
    return failed ?? this.#query.failure ?? this.#sources.calendars.failure;
  }

  /** Calendar on screen; while solving, the best so far. null where there is none yet. */
  readonly calendar: UnkeptCalendar | null = $derived.by(() => {
    const { offers } = this;
    const kept = this.#sources.calendars.current;
    const best = this.#phase.status === 'solving' ? this.#phase.best : null;
    if (!offers) return null;
    if (best) return { ...(kept ?? this.#fresh(offers)), ...best };
    return kept && { ...kept, bound: this.#decisions.boundOf(kept) };
  });

  readonly view: SeasonView | null = $derived.by(() => {
    const { offers, calendar } = this;
    return offers && calendar ? this.#viewOf(offers, calendar) : null;
  });

  /** Total of the same launches with the usual approach (baseline policy). */
  readonly usual: ReturnType<typeof usualTotal> = $derived.by(() => {
    const ranking = this.#sources.ranking();
    return this.view && ranking && usualTotal(this.view, ranking.plans);
  });

  /** Launches of the calendar, by week. */
  readonly launches: readonly PlacedLaunch[] = $derived.by(() =>
    this.#launchesOf(() => NOT_COUNTED),
  );

  /** IDs of products that could be launched but are not, in the order of the ranking. */
  readonly #out: readonly string[] = $derived.by(() => {
    const ids = this.#sources.ranking()?.plans.map(({ product }) => product.id) ?? [];
    const placements = this.view?.placements ?? [];
    return this.offers ? leftOutOf(ids, { offers: this.offers, placements }) : [];
  });

  /** IDs of those without an adopted plan. */
  readonly leftOut: readonly string[] = $derived.by(() =>
    this.#out.filter((id) => !this.adoptedOf(id)),
  );

  /** Adopted plans of the others: for other weeks, or for a channel that is no longer known. */
  readonly adoptedElsewhere: readonly AdoptedPlan[] = $derived.by(() =>
    this.#out.flatMap((id) => this.adoptedOf(id) ?? []),
  );

  /** Launches that would be worth more in a week after the season. */
  readonly betterBeyond: readonly BetterBeyond[] = $derived.by(() =>
    this.view ? betterBeyond(this.view, this.#sources.ranking()?.plans ?? []) : [],
  );

  /** Returns the adopted plan of a product, or null. */
  adoptedOf(productId: string): AdoptedPlan | null {
    return this.#decisions.adoptedOf(productId);
  }

  /** Returns the launch that a product's own plan recommends, or null. */
  plannedOf(productId: string): LaunchAction | null {
    const plans = this.#sources.ranking()?.plans;
    return plans?.find(({ product }) => product.id === productId)?.action ?? null;
  }

  /** Whether plans have been made again since the calendar was solved. */
  get isOutdated(): boolean {
    const { offers, calendar } = this;
    return Boolean(offers && calendar && calendar.plannedAt !== offers.plannedAt);
  }

  /** Evaluates another calendar with the same offers; null where there are none. */
  viewOf(calendar: SeasonCalendar): SeasonView | null {
    return this.offers ? this.#viewOf(this.offers, calendar) : null;
  }

  /** Returns what each week would change for a product; none where there is no calendar, or its plan is adopted. */
  changesOf(productId: string): readonly WeekChange[] {
    return this.view && !this.adoptedOf(productId) ? weekChanges(this.view, productId) : [];
  }

  /** Solves the first calendar, once, where there are offers and no calendar yet. */
  begin(): void {
    const isFirst = this.#sources.calendars.list?.length === 0;
    if (!isFirst || !this.#decisions.areRead || !this.offers || this.#hasBegun) return;
    this.#hasBegun = true;
    void this.solve();
  }

  readonly #heldBack: HeldBackShares = $derived.by(() => {
    const known = this.#query.current;
    return (known && this.#sources.heldBack?.(known)) ?? {};
  });

  /** Solves the calendar within the current limits, down to the optimality gap; locks stay. */
  async solve(): Promise<void> {
    const { offers } = this;
    if (!offers) return;
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    const before = this.#sources.calendars.current;
    const base = before ?? this.#fresh(offers);
    const { limits } = base;
    const startedAt = this.#ports.now();
    this.#phase = { status: 'solving', best: null, startedAt };
    try {
      const start =
        before && !this.isOutdated ? this.#decisions.standing(offers, before).placements : null;
      const outcome = await this.#ports.planSeason(
        { ...this.#request(offers, limits), start },
        {
          signal,
          onProgress: ({ best }) => {
            if (!signal.aborted) this.#phase = { status: 'solving', best, startedAt };
          },
        },
      );
      if (signal.aborted) return;
      if (outcome.kind === 'clash') {
        this.#phase = { status: 'clash', parts: outcome.parts };
        if (!before) await this.#sources.calendars.keep(base);
        return;
      }
      const { end, seconds, solution } = outcome;
      await this.#keepSolved(before, { ...base, ...solution });
      this.#phase = { status: 'solved', end, seconds };
    } catch (error) {
      if (!signal.aborted)
        this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', error };
    }
  }

  /** Stops at once; the best calendar so far is kept. */
  async cancel(): Promise<void> {
    const phase = this.#phase;
    const { offers } = this;
    if (phase.status !== 'solving' || !offers) return;
    this.#controller.abort();
    const before = this.#sources.calendars.current;
    if (phase.best)
      await this.#keepSolved(before, { ...(before ?? this.#fresh(offers)), ...phase.best });
    const seconds = (this.#ports.now() - phase.startedAt) / 1000;
    this.#phase = { status: 'solved', end: null, seconds };
  }

  /**
   * Puts a launch into a week.
   * @param words what was done, shown next to the offer to undo it
   */
  place(placement: Placement, words: string): Promise<void> {
    return this.change(words, (content) => withPlacement(content, placement));
  }

  include(placement: Placement, words: string): Promise<void> {
    return this.change(words, (content) => withIncluded(content, placement));
  }

  leaveOut(productId: string, words: string): Promise<void> {
    return this.change(words, (content) => withLeftOut(content, productId));
  }

  lock(productId: string, words: string): Promise<void> {
    return this.change(words, (content) => withLock(content, productId));
  }

  wish(productId: string, change: WishChange, words: string): Promise<void> {
    return this.change(words, (content) => withWish(content, productId, change));
  }

  turnWeek(week: number, words: string): Promise<void> {
    return this.change(words, (content) => withWeekTurned(content, week));
  }

  limit(change: Partial<SeasonLimits>, words: string): Promise<void> {
    return this.change(words, (content) => withLimits(content, change));
  }

  /** Returns the launches as whole plans, to be adopted or saved, with their precedents counted in the history. */
  async plans(): Promise<LaunchPlan[]> {
    const table = await this.#ports.loadHistory(this.#sources.calendars.datasetId);
    return this.#launchesOf((category, action) => supportOf(table, category, action));
  }

  /** Forgets the upper bound, which does not hold any more. */
  async forgetBound(): Promise<void> {
    const { current } = this.#sources.calendars;
    if (current && current.bound !== null)
      await this.#sources.calendars.keep({ ...current, bound: null }, current);
  }

  #launchesOf(support: CountSupport): LaunchPlan[] {
    const { view } = this;
    const plans = this.#sources.ranking()?.plans ?? [];
    if (!view) return [];
    const { offers, placements } = view;
    return placedPlans({ offers, plans, placements }, support).map((plan) =>
      this.#decisions.promised(plan),
    );
  }

  #viewOf(offers: SeasonOffers, content: CalendarContent): SeasonView {
    const { limits: kept, placements } = this.#decisions.standing(offers, content);
    const problem = updatedProblem(this.#made, offers, kept);
    this.#made = { offers, limits: kept, problem };
    const isThere = ({ productId }: Placement) =>
      ownValue(kept.wishes, productId)?.isLeftOut !== true;
    return viewSeason({ offers, limits: kept }, problem, placements.filter(isThere));
  }

  #request(offers: SeasonOffers, limits: SeasonLimits) {
    const { datasetId } = this.#sources.calendars;
    const heldBack = this.#heldBack;
    return {
      ...{ datasetId, heldBack, gap: GAP, seconds: SECONDS },
      limits: this.#decisions.standing(offers, { limits, placements: [] }).limits,
    };
  }

  #fresh(offers: SeasonOffers): Omit<SeasonCalendar, 'id'> {
    const { datasetId, plannedAt } = offers;
    const limits = this.#decisions.firstLimits(offers);
    return {
      ...{ datasetId, plannedAt, name: m.season_first_name(), madeAt: this.#ports.now() },
      ...{ limits, placements: [], value: 0, bound: null },
    };
  }

  async #keepSolved(before: SeasonCalendar | null, solved: UnkeptCalendar): Promise<void> {
    const plannedAt = this.offers?.plannedAt ?? solved.plannedAt;
    const { calendars } = this.#sources;
    const kept = { ...solved, plannedAt, adopted: this.#decisions.adopted };
    await calendars.keep(kept, before ?? undefined);
    if (before)
      this.#offerUndo(m.season_solved_now(), { before, after: { ...kept, id: before.id } });
  }

  /**
   * Makes one change by hand.
   * @param words what was done, shown next to the offer to undo it
   */
  async change(words: string, to: (content: CalendarContent) => CalendarContent): Promise<void> {
    const { offers } = this;
    const { calendars } = this.#sources;
    const before = calendars.current;
    if (!before || !offers || this.isSolving) return;
    const content = to(before);
    const { value } = this.#viewOf(offers, content);
    this.#phase = { status: 'idle' };
    const after = { ...before, ...content, value };
    await calendars.keep(after, before);
    this.#offerUndo(words, { before, after });
  }

  #offerUndo(text: string, change: CalendarChange): void {
    const { calendars, notices } = this.#sources;
    notices.offerUndo({
      text,
      restore: () => {
        this.#phase = IDLE;
        return calendars.takeBack(change, (id) => this.#titleOf(id));
      },
    });
  }

  #titleOf(productId: string): string {
    const plans = this.#sources.ranking()?.plans;
    const title = plans?.find(({ product }) => product.id === productId)?.product.title ?? '';
    return title === '' ? productId : title;
  }
}

const IDLE: SolvePhase = { status: 'idle' };
const NOT_COUNTED = { alike: 0, anywhere: 0, lastDay: null } as const;
