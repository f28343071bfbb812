// Finds what all reviews of a data set say: their launches, their tone and the aspects that they name.

import { seededRandom } from '#core/base/random.ts';
import { splitSentences } from '#core/base/text/split-sentences.ts';
import type { AspectEdits } from '#core/evaluation/reviews/aspect-edits.ts';
import { editedAspects } from '#core/evaluation/reviews/edited-aspects.ts';
import {
  allReviews,
  reviewsKey,
  type ReviewReading,
} from '#core/evaluation/reviews/review-reading.ts';
import { isLeftOut } from '#core/evaluation/reviews/voice.ts';
import { joinReviews } from '#core/import/reviews/join-reviews.ts';
import { markReviews } from '#core/import/reviews/mark-reviews.ts';
import { reviewOutcomes } from '#core/import/reviews/review-outcomes.ts';
import type { Review } from '#core/import/reviews/review.ts';
import type { AspectWords } from '#core/model/aspects/aspect.ts';
import { growAspects } from '#core/model/aspects/grow-aspects.ts';
import { aspectMatcher } from '#core/model/aspects/match-aspects.ts';
import { ownTopics, type OwnTopic } from '#core/model/aspects/own-topics.ts';
import { wordSurvey } from '#core/model/aspects/word-survey.ts';
import { fitRatingHead } from '#core/model/reviews/fit-rating-head.ts';
import type { RatingHead } from '#core/model/reviews/rating-head.ts';
import type { ReadReviewsRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { loadDatasetSummary } from '#storage/data/datasets.ts';
import { loadAspectEdits, loadReviews, saveReviewReading } from '#storage/data/reviews.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import { memoise } from '#workers/runtime/journal.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readBlocks } from './read-blocks.ts';
import { readingJournal } from './reading-journal.ts';

const SEED = 1;
/** Reviews between two pauses: a few hundredths of a second. */
const STEP = 100;

/**
 * Reads all reviews of a data set and stores what was found; goes on where it was interrupted. Returns their number. Throws
 * AppError dataset-missing.
 */
export async function readReviews({ datasetId }: ReadReviewsRequest, job: Job): Promise<number> {
  const paced = new ThrottledJob(job);
  const [lists, table, edits, { recipe }] = await Promise.all([
    ...([loadReviews(datasetId), loadHistory(datasetId), loadAspectEdits(datasetId)] as const),
    loadDatasetSummary(datasetId),
  ]);
  const horizonDays = recipe?.horizonDays ?? HORIZON_DAYS;
  const reviews = allReviews(lists);
  const pause = () => paced.step({ phase: 'learn', done: 0, total: null });
  await pause();
  const key = reviewsKey(lists, table);
  const journal = await readingJournal(datasetId, key);
  const { rows: launch, unknownNames } = joinReviews(reviews, table);
  const marks = markReviews(reviews);
  await pause();
  const learn = () => Promise.resolve(learnTone(reviews, marks));
  const head = await memoise(journal, ['tone', key], learn);
  await pause();
  const counted = reviews.filter((_, i) => !isLeftOut(marks[i]!));
  const { words, topics } = await memoise(journal, ['words', key, edits], () =>
    learnWords(counted, edits, pause),
  );
  const aspects = words.map(({ aspect }) => aspect);
  // Words that the texts add are proposals: they count once the seller adds them.
  const taken = words.map((each) => ({ ...each, grown: [] }));
  const found = await readBlocks(reviews, {
    readers: { matcher: aspectMatcher(taken), head, aspects },
    ...{ journal, madeOf: [key, edits] },
    onStep: (done) => paced.step({ phase: 'reviews', done, total: reviews.length }),
  });
  const reading: ReviewReading = {
    ...{ key, launch, marks, aspects, unknownNames, words, topics, edits },
    ...{ ...found, ratedTexts: head.learntFrom },
  };
  const outcomes = reviewOutcomes(reviews, launch, { table, horizonDays });
  await saveReviewReading(datasetId, reading, outcomes);
  return reviews.length;
}

function learnTone(reviews: readonly Review[], marks: Uint8Array): RatingHead {
  const told = reviews.filter(({ kind }, i) => kind === 'review' && marks[i] === 0);
  return fitRatingHead({
    texts: told.map(({ text }) => text),
    stars: told.map(({ stars }) => stars),
    random: seededRandom(SEED),
  });
}

/** Finds the words that the texts add to each aspect, and topics that no aspect has. */
async function learnWords(
  reviews: readonly Review[],
  edits: AspectEdits,
  pause: () => Promise<void>,
): Promise<{ readonly words: readonly AspectWords[]; readonly topics: readonly OwnTopic[] }> {
  const sentences: string[] = [];
  for (const [i, { text }] of reviews.entries()) {
    if (i % STEP === 0) await pause();
    for (const sentence of splitSentences(text)) sentences.push(sentence);
  }
  const survey = wordSurvey(sentences, editedAspects(edits));
  await pause();
  const words = growAspects(survey);
  await pause();
  const topics = ownTopics(survey);
  await pause();
  return { words, topics };
}
