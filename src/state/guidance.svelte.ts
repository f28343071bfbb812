import { createContext } from 'svelte';
import type { WorkshopRecord } from '#core/workshop/exercises.ts';
import { keepMark, keptMark } from './kept-mark.ts';
import { later } from './later.ts';
import { LiveQuery } from './live-query.svelte.ts';

const TOUR_KEY = 'debut-tour';
/** On: it goes along; seen: never again, unless asked for; null: whether it is wanted is not known yet. */
type TourMark = 'on' | 'seen' | null;

const { loadSetting } = later(() => import('#storage/settings.ts'));

const ports = { loadWorkshop: () => loadSetting('workshop') };
export type GuidancePorts = typeof ports;

/** Which guide goes along on the pages: the exercises of a workshop, the tour of who is new, or none. */
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

  /** Told whenever it is known whether there is data: the tour is for who opens their first, not for who comes back. */
  meet(hasData: boolean): void {
    if (hasData && this.#tour === null) this.#mark(this.#hadNoData ? 'on' : 'seen');
    this.#hadNoData = !hasData;
  }

  showTour(): void {
    this.#mark('on');
  }

  /** Skipped, gone through to its end, or not needed. */
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
