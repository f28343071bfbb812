import type { AspectEdits, EditedWords } from '#core/evaluation/reviews/aspect-edits.ts';
import type { Review, ReviewAccount, ReviewList } from '#core/import/reviews/review.ts';
import {
  count,
  either,
  finite,
  finiteOrMissing,
  ifThere,
  list,
  nullable,
  number,
  object,
  oneOf,
  such,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import { isAspectId, type AspectId } from '#core/model/aspects/aspect.ts';
import type { FiledReviews } from './project-records.ts';
import { nearDay } from '../form/near-day.ts';

const kind = oneOf<Review['kind']>({ review: true, return: true, question: true });

const account = object<ReviewAccount>({
  rows: count,
  read: count,
  leftOut: object<ReviewAccount['leftOut']>({
    unpublished: ifThere(count),
    reply: ifThere(count),
    repeated: ifThere(count),
    empty: ifThere(count),
    'no-product': ifThere(count),
    // Absent in lists stored before chats were read.
    greeting: ifThere(count),
    system: ifThere(count),
    unasked: ifThere(count),
  }),
  personalColumns: list(text),
});

const reviewList = object<ReviewList>({
  fileName: text,
  kind,
  account,
  reviews: list(
    object<Review>({
      kind,
      names: list(text),
      text,
      stars: finiteOrMissing,
      day: either(nearDay, such(number, 'NaN', Number.isNaN)),
      units: finite,
      reason: text,
      answer: text,
      isVerified: nullable(truth),
    }),
  ),
});

const aspect = such(text, 'an aspect', isAspectId) as Form<AspectId>;

const words = such(list(text), 'each word once', (all) => new Set(all).size === all.length);

const edits = object<AspectEdits>({
  words: list(object<EditedWords>({ aspect, added: words, removed: words })),
  topics: words,
});

export const reviewsForm: Form<FiledReviews> = object<FiledReviews>({
  lists: list(reviewList),
  edits: ifThere(edits),
});
