import type { Day } from '#core/base/dates.ts';
import type { PlacedChange, WeekChange } from '#core/season/calendar/week-changes.ts';

export interface ChipDragging {
  /** What a launch of the product in each week would change. */
  readonly changesOf: (productId: string) => readonly WeekChange[];
  readonly onplace: (productId: string, change: PlacedChange) => void;
  /** Called for each step, which screen readers announce. */
  readonly onstep: (productId: string, change: WeekChange) => void;
  readonly onlift: (productId: string, from: Day) => void;
  readonly onback: (productId: string, from: Day) => void;
}

interface Lifted {
  readonly productId: string;
  readonly from: Day;
  readonly changes: readonly WeekChange[];
  readonly over: WeekChange;
}

/** One launch on its way to another week, by pointer or keys, until it is dropped or put back. */
export class ChipDrag {
  readonly #dragging: ChipDragging;
  #lifted = $state.raw<Lifted | null>(null);

  constructor(dragging: ChipDragging) {
    this.#dragging = dragging;
  }

  get lifted(): Lifted | null {
    return this.#lifted;
  }

  isLifted(productId: string): boolean {
    return this.#lifted?.productId === productId;
  }

  lift(productId: string, from: Day): void {
    const changes = this.#dragging.changesOf(productId);
    const over = changes.find(({ week }) => week === from);
    if (!over) return;
    this.#lifted = { productId, from, changes, over };
    this.#dragging.onlift(productId, from);
  }

  /** Moves the launch to the nearest of its weeks. Does nothing if it is there already. */
  moveTo(week: Day): void {
    const lifted = this.#lifted;
    if (!lifted) return;
    const near = (one: WeekChange, other: WeekChange) =>
      Math.abs(other.week - week) < Math.abs(one.week - week) ? other : one;
    const over = lifted.changes.reduce(near);
    if (over.week === lifted.over.week) return;
    this.#lifted = { ...lifted, over };
    this.#dragging.onstep(lifted.productId, over);
  }

  step(weeks: number): void {
    if (this.#lifted) this.moveTo(this.#lifted.over.week + 7 * weeks);
  }

  /** Places the launch in the week it is over. Puts it back if launching is impossible or the week is the same. */
  drop(): void {
    const lifted = this.#lifted;
    if (!lifted) return;
    const { productId, from, over } = lifted;
    if (over.kind === 'impossible' || over.week === from) {
      this.back();
      return;
    }
    this.#lifted = null;
    this.#dragging.onplace(productId, over);
  }

  back(): void {
    const lifted = this.#lifted;
    this.#lifted = null;
    if (lifted) this.#dragging.onback(lifted.productId, lifted.from);
  }
}
