import { createContext } from 'svelte';
import type { WorkshopRecord } from '#core/app/exercises.ts';
import { keepMark, keptMark } from '../base/kept-mark.ts';
import { later } from '../base/later.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';

const TOUR_KEY = 'debut-tour';
/** on: the tour is shown; seen: never again, unless requested; null: not decided yet. */
type TourMark = 'on' | 'seen' | null;

const { loadSetting } = later(() => import('#storage/app/settings.ts'));

const ports = { loadWorkshop: () => loadSetting('workshop') };
export type GuidancePorts = typeof ports;

/** The guide shown with the pages: the exercises of a workshop, the tour for new users, or none. */
export class Guidance {
  readonly #workshop: LiveQuery<WorkshopRecord | undefined>;
  #tour = $state.raw<TourMark>(storedMark());
  #hadNoData = false;

  constructor(withPorts: GuidancePorts = ports) {
    this.#workshop = new LiveQuery<WorkshopRecord | undefined>(withPorts.loadWorkshop, undefined, {
      ifNothing: undefined,
    });
  }

  /** The workshop that is on; undefined where none is. */
  get workshop(): WorkshopRecord | undefined {
    return this.#workshop.current;
  }

  get guide(): 'workshop' | 'tour' | null {
    if (this.workshop) return 'workshop';
    return this.#tour === 'on' ? 'tour' : null;
  }

  /** Notes whether there is data. Starts the tour for people who open their first data, not for those who come back. */
  meet(hasData: boolean): void {
    if (hasData && this.#tour === null) this.#mark(this.#hadNoData ? 'on' : 'seen');
    this.#hadNoData = !hasData;
  }

  showTour(): void {
    this.#mark('on');
  }

  /** Ends the tour: it was skipped, finished or not needed. */
  endTour(): void {
    this.#mark('seen');
  }

  #mark(mark: 'on' | 'seen'): void {
    this.#tour = mark;
    keepMark(TOUR_KEY, mark);
  }
}

function storedMark(): TourMark {
  const stored = keptMark(TOUR_KEY);
  return stored === 'on' || stored === 'seen' ? stored : null;
}

export const [useGuidance, provideGuidance] = createContext<Guidance>();
