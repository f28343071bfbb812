import { m } from '#messages';

/** Pages that the tour explains, a stop each. */
export type TourPage = 'data' | 'model' | 'plan' | 'calendar' | 'evidence';

/** The seller's progress. */
export interface TourStanding {
  readonly isTrained: boolean;
  /** While a model trains, there is nothing to press. */
  readonly isTraining: boolean;
  readonly hasPlans: boolean;
}

export interface TourWords {
  readonly number: number;
  readonly page: string;
  readonly text: string;
  /** null: at the end, and while the page's own button is the next step. */
  readonly next: { readonly page: TourPage; readonly label: string } | null;
}

export const TOUR_STOPS = 5;

const WORDS: Readonly<Record<TourPage, (standing: TourStanding) => TourWords>> = {
  data: ({ isTrained }) => ({
    ...{ number: 1, page: m.pages_data(), next: isTrained ? onTo('model', m.pages_model()) : null },
    text: isTrained ? m.tour_data_learnt() : m.tour_data({ button: m.data_train() }),
  }),
  model: ({ isTrained, isTraining }) => ({
    ...{ number: 2, page: m.pages_model() },
    next: isTrained && !isTraining ? onTo('plan', m.pages_plan()) : null,
    text: modelText({ isTrained, isTraining }),
  }),
  plan: ({ hasPlans }) => ({
    ...{ number: 3, page: m.pages_plan() },
    next: hasPlans ? onTo('calendar', m.pages_calendar()) : null,
    text: hasPlans ? m.tour_plan_made() : m.tour_plan({ button: m.pages_make_plans() }),
  }),
  calendar: () => ({
    ...{ number: 4, page: m.pages_calendar(), next: onTo('evidence', m.pages_evidence()) },
    text: m.tour_calendar({ page: m.pages_evidence() }),
  }),
  evidence: () => ({
    ...{ number: TOUR_STOPS, page: m.pages_evidence(), text: m.tour_evidence(), next: null },
  }),
};

function modelText({ isTrained, isTraining }: Omit<TourStanding, 'hasPlans'>): string {
  if (isTraining) return m.tour_model_learning();
  return isTrained ? m.tour_model_learnt() : m.tour_model({ button: m.pages_train() });
}

const onTo = (page: TourPage, name: string) => ({ page, label: m.tour_next({ page: name }) });

/** Returns the tour's words for a page; null if it has none. */
export function tourWords(page: string | null, standing: TourStanding): TourWords | null {
  return page !== null && Object.hasOwn(WORDS, page) ? WORDS[page as TourPage](standing) : null;
}
