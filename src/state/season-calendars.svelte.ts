import { isAbort } from '#core/errors.ts';
import type { SeasonCalendar } from '#core/season/season-calendar.ts';
import { m } from '#messages';
import type { CalendarConflict } from '#storage/seasons.ts';
import type { TakeBackOptions } from '#storage/take-back.ts';
import { calendarName } from './calendar-name.ts';
import { dayWords } from './day-words.ts';
import { LiveQuery } from './live-query.svelte.ts';
import type { Notices, UndoQuestion } from './notices.svelte.ts';
import { later } from './later.ts';

const { deleteCalendar, loadCalendars, restoreCalendar, saveCalendar, takeBackCalendar } = later(
  () => import('#storage/seasons.ts'),
);

const ports = {
  loadCalendars,
  saveCalendar,
  takeBackCalendar,
  deleteCalendar,
  restoreCalendar,
  now: () => Date.now(),
};
export type CalendarPorts = typeof ports;

/** One that is not kept yet has no ID. */
export type UnkeptCalendar = Omit<SeasonCalendar, 'id'> & { readonly id?: number };

/** What a product is called on screen, by its ID. */
type TitleOf = (productId: string) => string;

export interface CalendarChange {
  readonly before: SeasonCalendar;
  readonly after: SeasonCalendar;
}

interface Ahead {
  readonly calendar: SeasonCalendar;
  /** What had been read when it was stored: what is read after that is newer. null: it is not stored yet. */
  readonly of: readonly SeasonCalendar[] | null;
}

/** The calendars that are kept of a data set, and which of them is looked at. */
export class SeasonCalendars {
  readonly datasetId: number;
  readonly #notices: Notices;
  readonly #ports: CalendarPorts;
  readonly #query: LiveQuery<readonly SeasonCalendar[] | undefined>;
  #chosen = $state.raw<number | null>(null);
  /** As it was changed last, where what is stored is a moment behind. */
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

  /** In the order in which they were made, named as they are shown; undefined until they are read. */
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

  /** The one that was chosen, else the newest; null where none is kept. */
  readonly current: SeasonCalendar | null = $derived.by(() => {
    const list = this.list ?? [];
    return list.find(({ id }) => id === this.#chosen) ?? list.at(-1) ?? null;
  });

  /** What went wrong last, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query.failure;
  }

  choose(id: number): void {
    this.#chosen = id;
  }

  /**
   * At once on screen, then stored.
   * @param base what it was made from; what another tab has changed of it since stays
   */
  async keep(calendar: UnkeptCalendar, base?: SeasonCalendar): Promise<void> {
    const { id } = calendar;
    const shown = id === undefined ? null : { calendar: { ...calendar, id }, of: null };
    if (shown) this.#ahead = shown;
    await this.#attempt(async () => {
      const saved = await this.#ports.saveCalendar(calendar, base);
      this.#chosen = saved.id;
      // A newer change is ahead of this one. What is read next has this one, and what other tabs did.
      if (this.#ahead === shown) this.#ahead = { calendar: saved, of: this.#query.current ?? [] };
    });
  }

  /** Takes a change back, or asks where another tab has changed the same since. */
  async takeBack(change: CalendarChange, titleOf: TitleOf): Promise<UndoQuestion | null> {
    const undo = async (options?: TakeBackOptions) => {
      const conflict = await this.#ports.takeBackCalendar(change, options);
      this.#ahead = null;
      return conflict;
    };
    return this.#undo(undo, (conflict) => conflictWords(conflict, change.before, titleOf));
  }

  async #undo(
    undo: (options?: TakeBackOptions) => Promise<CalendarConflict | null>,
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

  /** A copy of the one looked at, which is looked at from then on. */
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

  /** The one looked at; it can be had back for a moment. */
  async remove(titleOf: TitleOf): Promise<void> {
    const { current } = this;
    if (!current) return;
    await this.#attempt(async () => {
      const removed = await this.#ports.deleteCalendar(current.id);
      [this.#chosen, this.#ahead] = [null, null];
      if (!removed) return;
      const undo = async (options?: TakeBackOptions) => {
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
      // What could not be stored must not look as if it were.
      this.#ahead = null;
      if (!isAbort(error)) this.#failure = error;
    }
  }
}

/** Both versions of what both tabs changed: of one launch where it is about launches, else how many there are. */
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
