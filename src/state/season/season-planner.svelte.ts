import type { LaunchAction, LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { betterBeyond, type BetterBeyond } from '#core/season/calendar/beyond-season.ts';
import { seasonMoney, type SeasonMoney } from '#core/season/calendar/season-cash.ts';
import { leftOutOf } from '#core/season/calendar/left-out.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { SeasonView } from '#core/season/calendar/season-view.ts';
import { usualSeason, type UsualSeason } from '#core/season/calendar/usual-season.ts';
import { weekChanges, type WeekChange } from '#core/season/calendar/week-changes.ts';
import { m } from '#messages';
import type { UnkeptCalendar } from './season-calendars.svelte.ts';
import { LimitCosts } from './limit-costs.svelte.ts';
import { SeasonEdits } from './season-edits.ts';
import {
  evaluationPorts,
  SeasonEvaluation,
  type EvaluationPorts,
  type PlacedLaunch,
  type SeasonSources,
} from './season-evaluation.svelte.ts';
import { SeasonSolver, solverPorts, type SolverPorts } from './season-solver.ts';

export type SeasonPorts = EvaluationPorts & SolverPorts;

/** Plans the season of a data set: shows its calendar, solved so far or changed by hand, and what it is worth. */
export class SeasonPlanner {
  readonly edits: SeasonEdits;
  readonly costs: LimitCosts;
  readonly #sources: SeasonSources;
  readonly #evaluation: SeasonEvaluation;
  readonly #solver: SeasonSolver;
  #hasBegun = false;

  constructor(
    sources: SeasonSources,
    withPorts: SeasonPorts = { ...evaluationPorts, ...solverPorts },
  ) {
    this.#sources = sources;
    this.#evaluation = new SeasonEvaluation(sources, withPorts);
    this.#solver = new SeasonSolver(sources.calendars, this.#evaluation, withPorts);
    this.edits = new SeasonEdits(sources, this.#evaluation, this.#solver);
    this.costs = new LimitCosts(sources.calendars, this.#evaluation, withPorts);
  }

  /** Offers that the calendar chooses from; undefined until they are read, null where none were kept. */
  get offers(): SeasonOffers | null | undefined {
    return this.#evaluation.offers;
  }

  get phase(): SeasonSolver['phase'] {
    return this.#solver.phase;
  }

  get isSolving(): boolean {
    return this.#solver.isRunning;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#solver.error ?? this.#evaluation.failure ?? this.#sources.calendars.failure;
  }

  /** Calendar on screen; while solving, the best so far. null where there is none yet. */
  readonly calendar: UnkeptCalendar | null = $derived.by(() => {
    const { offers } = this;
    const kept = this.#sources.calendars.current;
    const { best } = this.#solver;
    if (!offers) return null;
    if (best) return { ...(kept ?? this.#evaluation.fresh(offers)), ...best };
    return kept && { ...kept, bound: this.#evaluation.decisions.boundOf(kept) };
  });

  readonly view: SeasonView | null = $derived.by(() => {
    const { offers, calendar } = this;
    return offers && calendar ? this.#evaluation.viewOf(offers, calendar) : null;
  });

  /** Total of the same launches with the usual approach (baseline policy). */
  readonly usual: UsualSeason | null = $derived.by(() => {
    const ranking = this.#sources.ranking();
    return this.view && ranking && usualSeason(this.view, ranking.plans);
  });

  /** Cash flow of the calendar; null where not known. */
  readonly cash: SeasonMoney | null = $derived.by(
    () => this.view && seasonMoney(this.view, this.#sources.ranking()?.plans ?? []),
  );

  /** Launches of the calendar, by week. */
  readonly launches: readonly PlacedLaunch[] = $derived.by(() =>
    this.view ? this.#evaluation.launchesOf(this.view) : [],
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
    return this.#evaluation.decisions.adoptedOf(productId);
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
    return this.offers ? this.#evaluation.viewOf(this.offers, calendar) : null;
  }

  /** Returns what each week would change for a product; none where there is no calendar, or its plan is adopted. */
  changesOf(productId: string): readonly WeekChange[] {
    return this.view && !this.adoptedOf(productId) ? weekChanges(this.view, productId) : [];
  }

  /** Solves the first calendar, once, where there are offers and no calendar yet. */
  begin(): void {
    const isFirst = this.#sources.calendars.list?.length === 0;
    const areRead = this.#evaluation.decisions.areRead && this.offers;
    if (!isFirst || !areRead || this.#hasBegun) return;
    this.#hasBegun = true;
    void this.solve();
  }

  /** Solves the calendar within the current limits, down to the optimality gap; locks stay. */
  async solve(): Promise<void> {
    this.costs.cancel();
    const change = await this.#solver.solve();
    if (change) this.edits.offerUndo(m.season_solved_now(), change);
  }

  /** Stops at once; the best calendar so far is kept. */
  async cancel(): Promise<void> {
    this.costs.cancel();
    const change = await this.#solver.cancel();
    if (change) this.edits.offerUndo(m.season_solved_now(), change);
  }

  /** Returns the launches as whole plans, to be adopted or saved, with their precedents counted in the history. */
  async plans(): Promise<LaunchPlan[]> {
    return this.view ? this.#evaluation.plansOf(this.view) : [];
  }

  /** Forgets the upper bound, which does not hold any more. */
  async forgetBound(): Promise<void> {
    const { current } = this.#sources.calendars;
    if (current && current.bound !== null)
      await this.#sources.calendars.keep({ ...current, bound: null }, current);
  }
}
