import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { plansToLaunch } from '#core/planning/plan/open-tasks.ts';
import { adoptedLaunches, promisedPlan } from '#core/ledger/entries/adopted-in-season.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { entriesAhead } from '#core/ledger/entries/launched-products.ts';
import {
  boundHolds,
  withAdopted,
  type AdoptedLaunches,
} from '#core/season/calendar/adopted-launches.ts';
import type { CalendarContent } from '#core/season/calendar/calendar-edits.ts';
import { withOthersLeftOut } from '#core/season/calendar/left-out.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { reaching, usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { Ledger } from '../ledger/ledger.svelte.ts';

export interface DecisionSources {
  /** The ranking, without products that have been launched or removed since. */
  readonly ranking: () => Ranking | null;
  readonly ledger?: Pick<Ledger, 'entries' | 'entryOf' | 'today'>;
}

type Arranged = Pick<CalendarContent, 'limits' | 'placements'>;

/** Decisions made outside the calendar that hold within it: adopted plans, and products removed or launched. */
export class SeasonDecisions {
  readonly #sources: DecisionSources;

  constructor(sources: DecisionSources) {
    this.#sources = sources;
  }

  readonly #adopted: AdoptedLaunches = $derived.by(() => {
    const { entries = [], today = 0 } = this.#sources.ledger ?? {};
    return adoptedLaunches(entriesAhead(entries, today));
  });

  get areRead(): boolean {
    const { ledger } = this.#sources;
    return !ledger || ledger.entries !== undefined;
  }

  get adopted(): readonly Placement[] {
    return Object.values(this.#adopted);
  }

  adoptedOf(productId: string): AdoptedPlan | null {
    return this.#sources.ledger?.entryOf(productId) ?? null;
  }

  /** Returns the forecast of the adopted plan of the same product, where there is one; else the plan itself. */
  promised(plan: LaunchPlan): LaunchPlan {
    const adopted = this.adoptedOf(plan.product.id);
    return adopted ? promisedPlan(adopted, plan) : plan;
  }

  get #ids(): readonly string[] {
    return this.#sources.ranking()?.plans.map(({ product }) => product.id) ?? [];
  }

  /** Returns limits and placements of a calendar with these decisions applied. */
  standing(offers: SeasonOffers, { limits, placements }: Arranged): Arranged {
    const there = { limits: withOthersLeftOut(limits, offers, this.#ids), placements };
    return withAdopted(offers, there, this.#adopted);
  }

  /** Returns the upper bound of a calendar where it still holds, else null. */
  boundOf({ bound, adopted = [] }: Pick<SeasonCalendar, 'bound' | 'adopted'>): number | null {
    return boundHolds(adopted, this.#adopted) ? bound : null;
  }

  /**
   * Returns the limits of a first season. It reaches as far as plans and adopted launches: a launch that is best in
   * autumn is not moved to spring.
   */
  firstLimits({ weeks }: SeasonOffers): SeasonLimits {
    const ranking = this.#sources.ranking();
    const days = ranking ? plansToLaunch(ranking).map(({ action }) => action.launchDay) : [];
    const all = [...days, ...this.adopted.map(({ week }) => week)];
    return reaching(
      usualLimits(weeks[0] ?? 0),
      all.filter((day) => weeks.includes(day)),
    );
  }
}
