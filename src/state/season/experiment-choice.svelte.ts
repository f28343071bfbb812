import {
  withExperimentsIn,
  withExperimentsOut,
} from '#core/season/experiments/calendar-experiments.ts';
import {
  chooseExperiments,
  USUAL_EXPLORATION,
} from '#core/season/experiments/choose-experiments.ts';
import { experimentLack } from '#core/season/experiments/experiment-lack.ts';
import type { SeasonExperiments } from '#core/season/offers/experiment.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { m } from '#messages';
import type { SeasonPlanner } from './season-planner.svelte.ts';

/** Trial launches of a season (experiments in code). */
export class ExperimentChoice {
  readonly #planner: SeasonPlanner;
  #oneIn = $state.raw<number | null>(null);

  constructor(planner: SeasonPlanner) {
    this.#planner = planner;
  }

  /** Number of launches of which at most one is a trial; null: no trials. Those in the calendar already count. */
  get oneIn(): number | null {
    return this.#oneIn ?? (this.isPlaced ? USUAL_ONE_IN : null);
  }

  /** Whether trial launches are in the calendar. */
  readonly isPlaced: boolean = $derived.by(
    () => (this.#planner.calendar?.experiments?.length ?? 0) > 0,
  );

  /** Why trial launches cannot be looked for; null where they can. */
  get lack(): 'channels' | 'plans' | null {
    const { offers } = this.#planner;
    return offers ? experimentLack(offers) : null;
  }

  /** Trial launches in the calendar, else those that would pay; null where none are wanted, or there is no calendar. */
  readonly found: SeasonExperiments | null = $derived.by(() => {
    const { view, calendar } = this.#planner;
    const { oneIn } = this;
    if (!view || oneIn === null || this.lack !== null) return null;
    const placed = calendar?.experiments ?? [];
    if (placed.length === 0)
      return chooseExperiments(view, { ...USUAL_EXPLORATION, share: 1 / oneIn });
    return {
      ...{ experiments: placed, most: placed.length },
      cost: sum(placed.map(({ cost }) => cost)),
      worth: sum(placed.map(({ worth }) => worth)),
    };
  });

  /** Sets the number of launches of which at most one is a trial (null: no trials). Takes out those in the calendar. */
  async share(oneIn: number | null): Promise<void> {
    this.#oneIn = oneIn;
    if (this.isPlaced) await this.take();
  }

  async place(): Promise<void> {
    const { found } = this;
    if (!found || this.isPlaced) return;
    const { experiments } = found;
    await this.#planner.edits.change(m.experiments_placed_now(), (content) =>
      withExperimentsIn(content, experiments),
    );
  }

  async take(): Promise<void> {
    await this.#planner.edits.change(m.experiments_taken_now(), withExperimentsOut);
  }
}

const USUAL_ONE_IN = 1 / USUAL_EXPLORATION.share;
