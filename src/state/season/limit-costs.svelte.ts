import type { Progress } from '#core/base/progress.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { withPlacements } from '#core/season/calendar/placements.ts';
import {
  looseningGain,
  seasonGain,
  seasonParts,
  type LooseningGain,
} from '#core/season/calendar/season-gain.ts';
import { loosened, looseningsOf, type Loosening } from '#core/season/problem/looser-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import type { SeasonSolution } from '#core/season/problem/season-solution.ts';
import { JobState } from '../base/job-state.svelte.ts';
import type { SeasonCalendars } from './season-calendars.svelte.ts';
import type { SeasonEvaluation } from './season-evaluation.svelte.ts';
import { SECONDS, type SolverPorts } from './season-solver.ts';

/** Optimality gap of both calendars, as a share of the value: less than what counts as next to nothing. */
const GAP = 0.0005;

/** What the season gains with one limit a step looser. */
export interface LimitCost extends LooseningGain {
  readonly loosening: Loosening;
  /** Range of the gain. */
  readonly range: OutcomeRange;
}

interface Weighed {
  readonly key: string;
  readonly offers: SeasonOffers;
  readonly costs: readonly LimitCost[];
}

/** Solves the season again with each limit a step looser, one after another, to show what the limit costs. */
export class LimitCosts {
  readonly #calendars: SeasonCalendars;
  readonly #evaluation: SeasonEvaluation;
  readonly #ports: Pick<SolverPorts, 'planSeason'>;
  readonly #job = new JobState<null>();
  #weighed = $state.raw<Weighed | null>(null);

  constructor(
    calendars: SeasonCalendars,
    evaluation: SeasonEvaluation,
    withPorts: Pick<SolverPorts, 'planSeason'>,
  ) {
    this.#calendars = calendars;
    this.#evaluation = evaluation;
    this.#ports = withPorts;
  }

  readonly #limits: SeasonLimits | null = $derived.by(() => {
    const { offers, decisions } = this.#evaluation;
    const { current } = this.#calendars;
    return offers && current ? limitsOf(current, offers, decisions) : null;
  });

  /** Steps that the limits of the calendar on screen leave. */
  readonly loosenings: readonly Loosening[] = $derived.by(() =>
    this.#limits ? looseningsOf(this.#limits) : [],
  );

  /** The limits that costs are for; it changes with them. */
  readonly key: string = $derived.by(() => JSON.stringify(this.#limits));

  /** Costs known so far for limits and offers as they are, in the order of `loosenings`. */
  get known(): readonly LimitCost[] {
    const weighed = this.#weighed;
    const isCurrent = weighed?.key === this.key && weighed.offers === this.#evaluation.offers;
    return isCurrent ? weighed.costs : [];
  }

  get isRunning(): boolean {
    return this.#job.isRunning;
  }

  get progress(): Progress | null {
    return this.#job.progress;
  }

  get fraction(): number | null {
    return this.#job.fraction;
  }

  /** What failed last, or null. */
  get error(): unknown {
    return this.#job.error;
  }

  /** Solves the season within its limits, then with each a step looser. Costs appear as they are found. */
  async weigh(): Promise<void> {
    const { offers } = this.#evaluation;
    const limits = this.#limits;
    const { key, loosenings } = this;
    if (!offers || !limits) return;
    this.#weighed = { key, offers, costs: [] };
    await this.#job.run(null, async ({ signal, onProgress }) => {
      const solve = (within: SeasonLimits, start: SeasonSolution['placements'] | null) =>
        this.#solve(within, start, signal);
      const report = (done: number) =>
        onProgress({ phase: 'weigh', done, total: loosenings.length + 1 });
      report(0);
      const strict = await solve(limits, this.#start(offers));
      for (const [i, loosening] of loosenings.entries()) {
        report(i + 1);
        if (!strict) break;
        const within = loosened(limits, loosening);
        const found = await solve(within, strict.placements);
        const loose = found && found.value > strict.value ? found : strict;
        signal.throwIfAborted();
        const partsOf = (own: SeasonLimits, { placements }: SeasonSolution) =>
          seasonParts(offers, withPlacements(seasonProblem(offers, own), offers, placements));
        const { range } = seasonGain(
          partsOf(within, loose),
          partsOf(limits, strict),
          offers.sharedFate,
        );
        const quality = { value: loose.value, bound: found?.bound ?? null };
        const cost = { loosening, range, ...looseningGain(strict, quality, range.expected) };
        this.#weighed = { key, offers, costs: [...(this.#weighed?.costs ?? []), cost] };
      }
      return null;
    });
  }

  /** Stops at once; what is known stays. */
  cancel(): void {
    if (this.#job.isRunning) this.#job.cancel();
  }

  /** Returns the placements of the calendar on screen, where it was made from these offers. */
  #start(offers: SeasonOffers): SeasonSolution['placements'] | null {
    const { current } = this.#calendars;
    if (current?.plannedAt !== offers.plannedAt) return null;
    return this.#evaluation.decisions.standing(offers, current).placements;
  }

  /** Returns the best calendar within the limits; null where none fits. */
  async #solve(
    limits: SeasonLimits,
    start: SeasonSolution['placements'] | null,
    signal: AbortSignal,
  ): Promise<SeasonSolution | null> {
    const { heldBack } = this.#evaluation;
    const { datasetId } = this.#calendars;
    const outcome = await this.#ports.planSeason(
      { datasetId, heldBack, limits, start, gap: GAP, seconds: SECONDS },
      { signal },
    );
    return outcome.kind === 'solved' ? outcome.solution : null;
  }
}

function limitsOf(
  calendar: SeasonCalendar,
  offers: SeasonOffers,
  decisions: SeasonEvaluation['decisions'],
): SeasonLimits {
  return decisions.standing(offers, { ...calendar, placements: [] }).limits;
}
