import { shortTitle } from '#core/base/text/short-title.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import type { SeasonLimits } from '#core/season/offers/season-limits.ts';
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
import type { CalendarChange } from './season-calendars.svelte.ts';
import type { SeasonEvaluation, SeasonSources } from './season-evaluation.svelte.ts';
import type { SeasonSolver } from './season-solver.ts';

/** Changes of the calendar by hand. Each `words` say what was done, next to the offer to undo it. */
export class SeasonEdits {
  readonly #sources: SeasonSources;
  readonly #evaluation: SeasonEvaluation;
  readonly #solver: SeasonSolver;

  constructor(sources: SeasonSources, evaluation: SeasonEvaluation, solver: SeasonSolver) {
    this.#sources = sources;
    this.#evaluation = evaluation;
    this.#solver = solver;
  }

  /** Puts a launch into a week. */
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

  /** Makes one change, unless the calendar is being solved. */
  async change(words: string, to: (content: CalendarContent) => CalendarContent): Promise<void> {
    const { offers } = this.#evaluation;
    const { calendars } = this.#sources;
    const before = calendars.current;
    if (!before || !offers || this.#solver.isRunning) return;
    const content = to(before);
    const { value } = this.#evaluation.viewOf(offers, content);
    this.#solver.forget();
    const after = { ...before, ...content, value };
    await calendars.keep(after, before);
    this.offerUndo(words, { before, after });
  }

  offerUndo(text: string, change: CalendarChange): void {
    const { calendars, notices } = this.#sources;
    notices.offerUndo({
      text,
      restore: () => {
        this.#solver.forget();
        return calendars.takeBack(change, (id) => this.#titleOf(id));
      },
    });
  }

  #titleOf(productId: string): string {
    const plans = this.#sources.ranking()?.plans;
    const title = plans?.find(({ product }) => product.id === productId)?.product.title ?? '';
    return shortTitle(title === '' ? productId : title);
  }
}
