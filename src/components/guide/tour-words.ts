import { m } from '#messages';

/** Pages that the tour says something about; the last two are one stop of it. */
export type TourPage = 'data' | 'model' | 'plan' | 'calendar' | 'evidence';

export interface TourWords {
  readonly number: number;
  readonly page: string;
  readonly text: string;
  /** null: here it ends. */
  readonly next: { readonly page: TourPage; readonly label: string } | null;
}

export const TOUR_STOPS = 4;

const WORDS: Readonly<Record<TourPage, () => TourWords>> = {
  data: () => ({
    ...{ number: 1, page: m.pages_data(), text: m.tour_data() },
    next: { page: 'model', label: m.tour_next({ page: m.pages_model() }) },
  }),
  model: () => ({
    ...{ number: 2, page: m.pages_model(), text: m.tour_model() },
    next: { page: 'plan', label: m.tour_next({ page: m.pages_plan() }) },
  }),
  plan: () => ({
    ...{ number: 3, page: m.pages_plan(), text: m.tour_plan() },
    next: { page: 'calendar', label: m.tour_next({ page: m.pages_calendar() }) },
  }),
  calendar: () => ({
    ...{ number: TOUR_STOPS, page: m.pages_calendar(), next: null },
    text: m.tour_calendar({ page: m.pages_evidence() }),
  }),
  evidence: () => ({
    ...{ number: TOUR_STOPS, page: m.pages_evidence(), text: m.tour_evidence(), next: null },
  }),
};

/** null: the tour has nothing to say there. */
export function tourWords(page: string | null): TourWords | null {
  return page !== null && Object.hasOwn(WORDS, page) ? WORDS[page as TourPage]() : null;
}
