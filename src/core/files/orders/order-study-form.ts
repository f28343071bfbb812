import type { LinesOfLaunches } from '#core/import/baskets/lines-of-launches.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import { count, ifThere, list, moment, nullable, object, text, type Form } from '../form/form.ts';
import { associationsForm } from './association-form.ts';
import { buyerStudyForm } from './buyer-form.ts';

export const orderStudyForm: Form<OrderStudy> = object<OrderStudy>({
  ...{ readAt: moment, fileNames: list(text), lineCount: count, buyerCount: count },
  ofLaunches: ifThere(object<LinesOfLaunches>({ lineCount: count, otherTitles: list(text) })),
  ...{ associations: associationsForm, buyers: nullable(buyerStudyForm) },
});
