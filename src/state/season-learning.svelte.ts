import { withExperimentsIn, withExperimentsOut } from '#core/experiments/calendar-experiments.ts';
import { chooseExperiments, USUAL_EXPLORATION } from '#core/experiments/choose-experiments.ts';
import { experimentLack } from '#core/experiments/experiment-lack.ts';
import type { SeasonExperiments } from '#core/experiments/experiment.ts';
import { sum } from '#core/statistics.ts';
import { m } from '#messages';
import type { SeasonPlanner } from './season-planner.svelte.ts';

/** Launches of a season that are kept for learning. */
export class SeasonLearning {
  readonly #planner: SeasonPlanner;
  #oneIn = $state.raw<number | null>(null);

  constructor(planner: SeasonPlanner) {
    this.#planner = planner;
  }

  /** One launch in so many, at most; null: none. What is in the calendar already counts. */
  get oneIn(): number | null {
    return this.#oneIn ?? (this.isPlaced ? USUAL_ONE_IN : null);
  }

  /** Whether experiments are in the calendar. */
  readonly isPlaced: boolean = $derived.by(
    () => (this.#planner.calendar?.experiments?.length ?? 0) > 0,
  );

  /** Why there is nothing to look for; null: there is. */
  get lack(): 'channels' | 'plans' | null {
    const { offers } = this.#planner;
    return offers ? experimentLack(offers) : null;
  }

  /** Those in the calendar, else those that would pay; null where none are asked for, or no calendar is there. */
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

  /** null takes out what is in the calendar. */
  async share(oneIn: number | null): Promise<void> {
    this.#oneIn = oneIn;
    if (this.isPlaced) await this.take();
  }

  async place(): Promise<void> {
    const { found } = this;
    if (!found || this.isPlaced) return;
    const { experiments } = found;
    await this.#planner.change(m.experiments_placed_now(), (content) =>
      withExperimentsIn(content, experiments),
    );
  }

  async take(): Promise<void> {
    await this.#planner.change(m.experiments_taken_now(), withExperimentsOut);
  }
}

const USUAL_ONE_IN = 1 / USUAL_EXPLORATION.share;
