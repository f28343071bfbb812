import type { JobPhase } from '#core/base/job-phase.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { ConflictPart } from '#core/season/problem/limit-conflict.ts';
import type {
  SeasonProgress,
  SeasonSolution,
  SolveEnd,
} from '#core/season/problem/season-solution.ts';
import { plan } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import type { CalendarChange, SeasonCalendars, UnkeptCalendar } from './season-calendars.svelte.ts';
import type { SeasonEvaluation } from './season-evaluation.svelte.ts';

/** Optimality gap that is good enough, as a share of the value, and the longest search, in seconds. */
const GAP = 0.005;
export const SECONDS = 20;

/** How a search ended; `end` is null where the seller stopped it. */
type SolveResult =
  | { readonly kind: 'solved'; readonly end: SolveEnd | null; readonly seconds: number }
  | { readonly kind: 'clash'; readonly parts: readonly ConflictPart[] };

export const solverPorts = { planSeason: plan.planSeason, now: () => Date.now() };
export type SolverPorts = typeof solverPorts;

/** Solves the calendar on screen, and stores it. */
export class SeasonSolver {
  readonly #calendars: SeasonCalendars;
  readonly #evaluation: SeasonEvaluation;
  readonly #ports: SolverPorts;
  readonly #job = new JobState<SolveResult, null, SeasonProgress>();
  #startedAt = 0;

  constructor(calendars: SeasonCalendars, evaluation: SeasonEvaluation, withPorts: SolverPorts) {
    this.#calendars = calendars;
    this.#evaluation = evaluation;
    this.#ports = withPorts;
  }

  get phase(): JobPhase<SolveResult, null, SeasonProgress> {
    return this.#job.phase;
  }

  get isRunning(): boolean {
    return this.#job.isRunning;
  }

  /** What failed last, or null. */
  get error(): unknown {
    return this.#job.error;
  }

  /** The best calendar so far; null while none is known, and while nothing is solved. */
  get best(): SeasonSolution | null {
    return this.#job.progress?.best ?? null;
  }

  /** Forgets how the last search ended: the calendar is another since. */
  forget(): void {
    this.#job.forget();
  }

  /**
   * Solves the calendar within its limits, down to the optimality gap; locks stay. Returns how the calendar changed;
   * null where it was the first, or was not solved.
   */
  async solve(): Promise<CalendarChange | null> {
    const { offers, heldBack, decisions } = this.#evaluation;
    if (!offers) return null;
    const before = this.#calendars.current;
    const base = before ?? this.#evaluation.fresh(offers);
    this.#startedAt = this.#ports.now();
    let change: CalendarChange | null = null;
    await this.#job.run(null, async (options) => {
      const outcome = await this.#ports.planSeason(
        {
          ...{ datasetId: this.#calendars.datasetId, heldBack, gap: GAP, seconds: SECONDS },
          limits: decisions.standing(offers, { ...base, placements: [] }).limits,
          start:
            before?.plannedAt === offers.plannedAt
              ? decisions.standing(offers, before).placements
              : null,
        },
        options,
      );
      options.signal.throwIfAborted();
      if (outcome.kind === 'clash') {
        if (!before) await this.#calendars.keep(base);
        return { kind: 'clash', parts: outcome.parts };
      }
      const { end, seconds, solution } = outcome;
      change = await this.#keep(before, { ...base, ...solution });
      return { kind: 'solved', end, seconds };
    });
    return change;
  }

  /** Stops at once; the best calendar so far is stored. Returns how the calendar changed, as `solve` does. */
  async cancel(): Promise<CalendarChange | null> {
    const { offers } = this.#evaluation;
    const { progress } = this.#job;
    if (!this.#job.isRunning || !offers) return null;
    let change: CalendarChange | null = null;
    await this.#job.run(null, async ({ onProgress }) => {
      if (progress?.best) {
        // It stays on screen until it is stored.
        onProgress(progress);
        const before = this.#calendars.current;
        const base = before ?? this.#evaluation.fresh(offers);
        change = await this.#keep(before, { ...base, ...progress.best });
      }
      const seconds = (this.#ports.now() - this.#startedAt) / 1000;
      return { kind: 'solved', end: null, seconds };
    });
    return change;
  }

  async #keep(
    before: SeasonCalendar | null,
    solved: UnkeptCalendar,
  ): Promise<CalendarChange | null> {
    const { offers, decisions } = this.#evaluation;
    const plannedAt = offers?.plannedAt ?? solved.plannedAt;
    const kept = { ...solved, plannedAt, adopted: decisions.adopted };
    await this.#calendars.keep(kept, before ?? undefined);
    return before && { before, after: { ...kept, id: before.id } };
  }
}
