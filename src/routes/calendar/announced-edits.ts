import type { Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { WishChange } from '#core/season/calendar/calendar-edits.ts';
import type { SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { PlacedChange } from '#core/season/calendar/week-changes.ts';
import { m } from '#messages';
import type { ChipDragging } from '#components/pages/calendar/weeks/chip-drag.svelte.ts';
import {
  changeWords,
  moveWords,
  type TitleOf,
} from '#components/pages/calendar/season-sentence-words.ts';
import { weekText } from '#components/pages/calendar/week-words.ts';
import type { Notices } from '#state/base/notices.svelte.ts';
import type { SeasonPlanner } from '#state/season/season-planner.svelte.ts';

interface Context {
  readonly planner: SeasonPlanner;
  readonly notices: Notices;
  readonly titleOf: TitleOf;
}

/**
 * Changes of the calendar by hand. The texts that describe them appear next to the offer to undo and are read aloud.
 */
export class AnnouncedEdits {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  readonly dragging: ChipDragging = {
    changesOf: (id) => this.#context.planner.changesOf(id),
    onplace: (id, change) => this.place(id, change),
    onlift: (id, week) => {
      const { notices, titleOf } = this.#context;
      notices.say(m.season_lifted({ title: titleOf(id), ...weekText(week) }));
    },
    onback: (id, week) => {
      const { notices, titleOf } = this.#context;
      notices.say(m.season_put_back({ title: titleOf(id), ...weekText(week) }));
    },
    onstep: (id, change) => {
      const { planner, notices, titleOf } = this.#context;
      const { view } = planner;
      const now = view?.placements.find(({ productId }) => productId === id)?.channel ?? null;
      if (view) notices.say(moveWords(change, { view, titleOf }, now));
    },
  };

  place(id: string, change: PlacedChange): void {
    const { planner, titleOf } = this.#context;
    if (!planner.view) return;
    const difference = changeWords(planner.view, change.change);
    const words = { title: titleOf(id), ...weekText(change.week), difference };
    void planner.edits.place(change.placement, this.#said(m.season_moved_now(words)));
  }

  include(id: string, change: PlacedChange): void {
    const words = m.season_included_now({ title: this.#title(id), ...weekText(change.week) });
    void this.#context.planner.edits.include(change.placement, this.#said(words));
  }

  leaveOut(id: string): void {
    const words = m.season_left_out_now({ title: this.#title(id) });
    void this.#context.planner.edits.leaveOut(id, this.#said(words));
  }

  lock(id: string): void {
    const { planner } = this.#context;
    const placed = planner.view?.placements.find(({ productId }) => productId === id);
    if (!placed) return;
    const words = m.season_locked_now({ title: this.#title(id), ...weekText(placed.week) });
    void planner.edits.lock(id, this.#said(words));
  }

  unlock(id: string): void {
    const words = m.season_unlocked_now({ title: this.#title(id) });
    void this.#context.planner.edits.wish(id, { locked: undefined }, this.#said(words));
  }

  wish(id: string, change: WishChange): void {
    const words = m.season_wished_now({ title: this.#title(id) });
    void this.#context.planner.edits.wish(id, change, this.#said(words));
  }

  turnWeek(week: Day): void {
    const { planner } = this.#context;
    const isClosed = planner.view?.limits.closedWeeks.includes(week);
    const words = isClosed
      ? m.season_opened_now(weekText(week))
      : m.season_closed_now(weekText(week));
    void planner.edits.turnWeek(week, this.#said(words));
  }

  limit(change: Partial<SeasonLimits>): void {
    void this.#context.planner.edits.limit(change, this.#said(m.season_limited_now()));
  }

  /** Applies limits without one of those that clashed, and solves the calendar again. */
  async fix(limits: SeasonLimits): Promise<void> {
    const { planner } = this.#context;
    await planner.edits.limit(limits, this.#said(m.season_limited_now()));
    await planner.solve();
  }

  isLocked(id: string): boolean {
    const wishes = this.#context.planner.view?.limits.wishes ?? {};
    return ownValue(wishes, id)?.locked !== undefined;
  }

  #title(id: string): string {
    return this.#context.titleOf(id);
  }

  #said(words: string): string {
    this.#context.notices.say(words);
    return words;
  }
}
