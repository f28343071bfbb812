import { ownValue } from '#core/base/lookup.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { supportOf } from '#core/planning/search/support.ts';
import type { CalendarContent } from '#core/season/calendar/calendar-edits.ts';
import { placedPlans, type CountSupport } from '#core/season/calendar/placed-plan.ts';
import { viewSeason, type SeasonView } from '#core/season/calendar/season-view.ts';
import { besideStock, type HeldBackShares } from '#core/season/offers/beside-stock.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { updatedProblem, type MadeProblem } from '#core/season/problem/updated-problem.ts';
import { m } from '#messages';
import { later } from '../base/later.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import type { Notices } from '../base/notices.svelte.ts';
import type { SeasonCalendars } from './season-calendars.svelte.ts';
import { SeasonDecisions, type DecisionSources } from './season-decisions.svelte.ts';

const { loadHistory } = later(() => import('#storage/plan/load-history.ts'));
const { loadOffers } = later(() => import('#storage/plan/seasons.ts'));

export const evaluationPorts = { loadOffers, loadHistory, now: () => Date.now() };
export type EvaluationPorts = typeof evaluationPorts;

export interface SeasonSources extends DecisionSources {
  readonly calendars: SeasonCalendars;
  readonly notices: Notices;
  /** Share of each product's units that similar stock on hand takes. */
  readonly heldBack?: (offers: SeasonOffers) => HeldBackShares;
}

/** A launch of the season as a plan, without precedents (`support`): these are counted only on request. */
export type PlacedLaunch = Omit<LaunchPlan, 'support'>;

/** Evaluates calendars of a data set with the offers of its last ranking, and with decisions made outside. */
export class SeasonEvaluation {
  readonly decisions: SeasonDecisions;
  readonly #sources: SeasonSources;
  readonly #ports: EvaluationPorts;
  readonly #query: LiveQuery<SeasonOffers | null | undefined>;
  #made: MadeProblem | null = null;

  constructor(sources: SeasonSources, withPorts: EvaluationPorts) {
    this.#sources = sources;
    this.decisions = new SeasonDecisions(sources);
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
    return known ? besideStock(known, this.heldBack) : known;
  });

  /** Why offers could not be read, or null. */
  get failure(): unknown {
    return this.#query.failure;
  }

  readonly heldBack: HeldBackShares = $derived.by(() => {
    const known = this.#query.current;
    return (known && this.#sources.heldBack?.(known)) ?? {};
  });

  /** Returns a first calendar, without launches. */
  fresh(offers: SeasonOffers): Omit<SeasonCalendar, 'id'> {
    const { datasetId, plannedAt } = offers;
    const limits = this.decisions.firstLimits(offers);
    return {
      ...{ datasetId, plannedAt, name: m.season_first_name(), madeAt: this.#ports.now() },
      ...{ limits, placements: [], value: 0, bound: null },
    };
  }

  viewOf(offers: SeasonOffers, content: CalendarContent): SeasonView {
    const { limits: kept, placements } = this.decisions.standing(offers, content);
    const problem = updatedProblem(this.#made, offers, kept);
    this.#made = { offers, limits: kept, problem };
    const isThere = ({ productId }: Placement) =>
      ownValue(kept.wishes, productId)?.isLeftOut !== true;
    return viewSeason({ offers, limits: kept }, problem, placements.filter(isThere));
  }

  /** Returns the launches of a calendar as plans, by week. */
  launchesOf(view: SeasonView): readonly PlacedLaunch[] {
    return this.#plansOf(view, () => NOT_COUNTED);
  }

  /** Returns the launches of a calendar as whole plans, with their precedents counted in the history. */
  async plansOf(view: SeasonView): Promise<LaunchPlan[]> {
    const table = await this.#ports.loadHistory(this.#sources.calendars.datasetId);
    return this.#plansOf(view, (category, action) => supportOf(table, category, action));
  }

  #plansOf({ offers, placements }: SeasonView, support: CountSupport): LaunchPlan[] {
    const plans = this.#sources.ranking()?.plans ?? [];
    return placedPlans({ offers, plans, placements }, support).map((plan) =>
      this.decisions.promised(plan),
    );
  }
}

const NOT_COUNTED = { alike: 0, anywhere: 0, lastDay: null } as const;
