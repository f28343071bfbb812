import { isAbort } from '#core/base/errors.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import { m } from '#messages';
import type { CalendarConflict } from '#storage/plan/seasons.ts';
import type { UndoOptions } from '#storage/database/undo-changes.ts';
import { calendarName } from './calendar-name.ts';
import { dayWords } from '../base/day-words.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import type { Notices, UndoQuestion } from '../base/notices.svelte.ts';
import { later } from '../base/later.ts';

const { deleteCalendar, loadCalendars, restoreCalendar, saveCalendar, undoCalendar } = later(
  () => import('#storage/plan/seasons.ts'),
);

const ports = {
  loadCalendars,
  saveCalendar,
  undoCalendar,
  deleteCalendar,
  restoreCalendar,
  now: () => Date.now(),
};
export type CalendarPorts = typeof ports;

/** A calendar; one that is not stored yet has no ID. */
export type UnkeptCalendar = Omit<SeasonCalendar, 'id'> & { readonly id?: number };

/** Returns what a product is called on screen. */
type TitleOf = (productId: string) => string;

export interface CalendarChange {
  readonly before: SeasonCalendar;
  readonly after: SeasonCalendar;
}

interface Ahead {
  readonly calendar: SeasonCalendar;
  /** Calendars that had been read when this one was stored: any other list read is newer. null: not stored yet. */
  readonly of: readonly SeasonCalendar[] | null;
}

/** The stored calendars of a data set, and the one on screen. */
export class SeasonCalendars {
  readonly datasetId: number;
  readonly #notices: Notices;
  readonly #ports: CalendarPorts;
  readonly #query: LiveQuery<readonly SeasonCalendar[] | undefined>;
  #chosen = $state.raw<number | null>(null);
  /** Latest change, where the live query is a moment behind. */
  #ahead = $state.raw<Ahead | null>(null);
  #failure = $state.raw<unknown>(null);

  constructor(datasetId: number, notices: Notices, withPorts: CalendarPorts = ports) {
    this.datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
    this.#query = new LiveQuery<readonly SeasonCalendar[] | undefined>(
      () => withPorts.loadCalendars(datasetId),
      undefined,
    );
  }

  /** Calendars in the order in which they were made, with the names to show; undefined until they are read. */
  readonly list: readonly SeasonCalendar[] | undefined = $derived.by(() =>
    this.#kept?.map((each) => ({ ...each, name: calendarName(each.name) })),
  );

  readonly #kept: readonly SeasonCalendar[] | undefined = $derived.by(() => {
    const stored = this.#query.current;
    const ahead = this.#ahead;
    if (!stored || !ahead || (ahead.of !== null && ahead.of !== stored)) return stored;
    const { calendar } = ahead;
    const isStored = stored.some(({ id }) => id === calendar.id);
    return isStored
      ? stored.map((each) => (each.id === calendar.id ? calendar : each))
      : [...stored, calendar];
  });

  /** The calendar that was chosen, else the newest; null where there is none. */
  readonly current: SeasonCalendar | null = $derived.by(() => {
    const list = this.list ?? [];
    return list.find(({ id }) => id === this.#chosen) ?? list.at(-1) ?? null;
  });

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query.failure;
  }

  choose(id: number): void {
    this.#chosen = id;
  }

  /**
   * Shows a calendar at once, then stores it.
   * @param base version it was made from; what another tab has changed of it since stays
   */
  async keep(calendar: UnkeptCalendar, base?: SeasonCalendar): Promise<void> {
    const { id } = calendar;
    const shown = id === undefined ? null : { calendar: { ...calendar, id }, of: null };
    if (shown) this.#ahead = shown;
    await this.#attempt(async () => {
      const saved = await this.#ports.saveCalendar(calendar, base);
      this.#chosen = saved.id;
      // A newer change stays ahead of this one. What is read next contains this change and those of other tabs.
      if (this.#ahead === shown) this.#ahead = { calendar: saved, of: this.#query.current ?? [] };
    });
  }

  /** Undoes a change, or returns a question where another tab has changed the same since. */
  async takeBack(change: CalendarChange, titleOf: TitleOf): Promise<UndoQuestion | null> {
    const undo = async (options?: UndoOptions) => {
      const conflict = await this.#ports.undoCalendar(change, options);
      this.#ahead = null;
      return conflict;
    };
    return this.#undo(undo, (conflict) => conflictWords(conflict, change.before, titleOf));
  }

  async #undo(
    undo: (options?: UndoOptions) => Promise<CalendarConflict | null>,
    words: (conflict: CalendarConflict) => string,
  ): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const conflict = await undo();
      if (!conflict) return;
      const undoAnyway = () => this.#attempt(async () => void (await undo({ isForced: true })));
      question = { text: words(conflict), undoAnyway };
    });
    return question;
  }

  /** Copies the calendar on screen, and shows the copy. */
  async duplicate(): Promise<void> {
    const { current } = this;
    if (!current) return;
    const { datasetId, plannedAt, limits, placements, value, bound } = current;
    const { experiments = [], adopted = [] } = current;
    const copy = { datasetId, plannedAt, limits, placements, value, bound, experiments, adopted };
    const name = m.season_copy_name({ name: current.name });
    await this.keep({ ...copy, name, madeAt: this.#ports.now() });
  }

  async rename(name: string): Promise<void> {
    const { current } = this;
    if (current && name.trim() !== '') {
      await this.keep({ ...current, name: name.trim() }, current);
    }
  }

  /** Removes the calendar on screen, and offers to undo it. */
  async remove(titleOf: TitleOf): Promise<void> {
    const { current } = this;
    if (!current) return;
    await this.#attempt(async () => {
      const removed = await this.#ports.deleteCalendar(current.id);
      [this.#chosen, this.#ahead] = [null, null];
      if (!removed) return;
      const undo = async (options?: UndoOptions) => {
        const conflict = await this.#ports.restoreCalendar(removed, options);
        if (!conflict) this.#chosen = removed.id;
        return conflict;
      };
      this.#notices.offerUndo({
        text: m.season_removed_now({ name: current.name }),
        restore: () => this.#undo(undo, (conflict) => conflictWords(conflict, removed, titleOf)),
      });
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.#failure = null;
    try {
      await work();
    } catch (error) {
      // A change that could not be stored must not stay on screen.
      this.#ahead = null;
      if (!isAbort(error)) this.#failure = error;
    }
  }
}

/** Returns the question with both versions of what both tabs changed: one launch, or else the number of launches. */
function conflictWords(
  { now, paths }: CalendarConflict,
  before: SeasonCalendar,
  titleOf: TitleOf,
): string {
  const name = calendarName(before.name);
  if (!now) return m.season_undo_asked_removed({ name });
  const ids = [...before.placements, ...now.placements].map(({ productId }) => productId);
  const disputed = ids.find((id) => paths.some((path) => path.startsWith(`placements.${id}`)));
  const words = ({ placements }: SeasonCalendar) => {
    if (disputed === undefined) return m.season_version({ count: String(placements.length) });
    const placed = placements.find(({ productId }) => productId === disputed);
    const product = titleOf(disputed);
    return placed
      ? m.season_version_week({ product, week: dayWords(placed.week) })
      : m.season_version_out({ product });
  };
  return m.season_undo_asked({ name, now: words(now), before: words(before) });
}
