import { isAbort } from '#core/errors.ts';
import type { SeasonCalendar } from '#core/season/season-calendar.ts';
import { m } from '#messages';
import { calendarName } from './calendar-name.ts';
import { LiveQuery } from './live-query.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { later } from './later.ts';

const { deleteCalendar, loadCalendars, saveCalendar } = later(() => import('#storage/seasons.ts'));

const ports = { loadCalendars, saveCalendar, deleteCalendar, now: () => Date.now() };
export type CalendarPorts = typeof ports;

/** One that is not kept yet has no ID. */
export type UnkeptCalendar = Omit<SeasonCalendar, 'id'> & { readonly id?: number };

/** The calendars that are kept of a data set, and which of them is looked at. */
export class SeasonCalendars {
  readonly datasetId: number;
  readonly #notices: Notices;
  readonly #ports: CalendarPorts;
  readonly #query: LiveQuery<readonly SeasonCalendar[] | undefined>;
  #chosen = $state.raw<number | null>(null);
  /** As it was changed last: what is stored may be a moment behind. */
  #ahead = $state.raw<SeasonCalendar | null>(null);
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
    const ahead = this.#ahead;
    const stored = this.#query.current;
    if (!stored || !ahead) return stored;
    const isStored = stored.some(({ id }) => id === ahead.id);
    return isStored
      ? stored.map((each) => (each.id === ahead.id ? ahead : each))
      : [...stored, ahead];
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

  /** At once on screen, then stored. */
  async keep(calendar: UnkeptCalendar): Promise<void> {
    const { id } = calendar;
    if (id !== undefined) this.#ahead = { ...calendar, id };
    await this.#attempt(async () => {
      const saved = await this.#ports.saveCalendar(calendar);
      if (id === undefined) this.#ahead = { ...calendar, id: saved };
      this.#chosen = saved;
    });
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
    if (current && name.trim() !== '') await this.keep({ ...current, name: name.trim() });
  }

  /** The one looked at; it can be had back for a moment. */
  async remove(): Promise<void> {
    const { current } = this;
    if (!current) return;
    await this.#attempt(async () => {
      await this.#ports.deleteCalendar(current.id);
      [this.#chosen, this.#ahead] = [null, null];
      this.#notices.offerUndo({
        text: m.season_removed_now({ name: current.name }),
        restore: () => this.keep(current),
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
