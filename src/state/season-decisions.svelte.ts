import type { LaunchPlan, Ranking } from '#core/launch/launch-plan.ts';
import { toLaunch } from '#core/launch/to-do.ts';
import { adoptedLaunches, promisedPlan } from '#core/ledger/adopted-in-season.ts';
import type { AdoptedPlan } from '#core/ledger/adopted-plan.ts';
import { boundHolds, withAdopted, type AdoptedLaunches } from '#core/season/adopted-launches.ts';
import type { CalendarContent } from '#core/season/calendar-edits.ts';
import { withOthersLeftOut } from '#core/season/left-out.ts';
import type { Placement, SeasonCalendar } from '#core/season/season-calendar.ts';
import { reaching, usualLimits, type SeasonLimits } from '#core/season/season-limits.ts';
import type { SeasonOffers } from '#core/season/season-offers.ts';
import type { Ledger } from './ledger.svelte.ts';

export interface DecisionSources {
  /** Products that have been removed since are not in it. */
  readonly ranking: () => Ranking | null;
  readonly ledger?: Pick<Ledger, 'entries' | 'entryOf'>;
}

type Arranged = Pick<CalendarContent, 'limits' | 'placements'>;

/** What is decided outside of the calendar and holds within it: plans that were adopted, products that were removed. */
export class SeasonDecisions {
  readonly #sources: DecisionSources;

  constructor(sources: DecisionSources) {
    this.#sources = sources;
  }

  readonly #adopted: AdoptedLaunches = $derived.by(() =>
    adoptedLaunches(this.#sources.ledger?.entries ?? []),
  );

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

  /** Of the same product: what was promised, where its plan is adopted. */
  promised(plan: LaunchPlan): LaunchPlan {
    const adopted = this.adoptedOf(plan.product.id);
    return adopted ? promisedPlan(adopted, plan) : plan;
  }

  get #ids(): readonly string[] {
    return this.#sources.ranking()?.plans.map(({ product }) => product.id) ?? [];
  }

  /** A calendar as it is reckoned with. */
  standing(offers: SeasonOffers, { limits, placements }: Arranged): Arranged {
    const there = { limits: withOthersLeftOut(limits, offers, this.#ids), placements };
    return withAdopted(offers, there, this.#adopted);
  }

  /** The bound of a calendar where it still holds, else null. */
  boundOf({ bound, adopted = [] }: Pick<SeasonCalendar, 'bound' | 'adopted'>): number | null {
    return boundHolds(adopted, this.#adopted) ? bound : null;
  }

  /** A season that reaches as far as plans and what is adopted do: what is best in autumn is not put into spring. */
  firstLimits({ weeks }: SeasonOffers): SeasonLimits {
    const ranking = this.#sources.ranking();
    const days = ranking ? toLaunch(ranking).map(({ action }) => action.launchDay) : [];
    const all = [...days, ...this.adopted.map(({ week }) => week)];
    return reaching(
      usualLimits(weeks[0] ?? 0),
      all.filter((day) => weeks.includes(day)),
    );
  }
}
