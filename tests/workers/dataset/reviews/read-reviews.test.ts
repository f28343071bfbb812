import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAbort } from '#core/base/errors.ts';
import { contentKey } from '#core/base/bytes/fingerprint.ts';
import type { Progress } from '#core/base/progress.ts';
import {
  addWord,
  NO_EDITS,
  removeWord,
  takeUpTopic,
} from '#core/evaluation/reviews/aspect-edits.ts';
import { aspectShares } from '#core/evaluation/reviews/aspect-shares.ts';
import { allReviews, reviewsKey } from '#core/evaluation/reviews/review-reading.ts';
import { countedReviews } from '#core/evaluation/reviews/voice.ts';
import { fitRatingHead } from '#core/model/reviews/fit-rating-head.ts';
import { database } from '#storage/database/database.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import {
  changeAspectEdits,
  loadOutcomesKey,
  loadReviewOutcomes,
  loadReviewReading,
  loadReviews,
} from '#storage/data/reviews.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import { importReviews } from '#workers/dataset/import/import-reviews.ts';
import { readReviews } from '#workers/dataset/reviews/read-reviews.ts';
import { csvFile, jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { noSource } from '../../../support/source.ts';

vi.mock('#core/model/reviews/fit-rating-head.ts', { spy: true });

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const mapping = { fields: { productId: 'id', title: 'title' }, attributes: [] };
  const counts = { rowsRead: 2, rowsUsed: 2, rowsSetAside: 0 };
  const table = launchTable([
    { productId: 'COAT-1', title: 'Wool coat', category: 'Coats', units: 300 },
    { productId: 'HAT-1', title: 'Felt hat', category: 'Hats', units: 100 },
  ]);
  ({ datasetId } = await saveDataset({
    ...{ sample: null, importedAt: 1, table, ...noSource() },
    report: { name: 'Winter', mapping, issues: [], ...counts },
  }));
});

const BUYERS = ['my mother', 'my wife', 'work', 'the school run', 'hiking', 'a wedding', 'Paris'];
const PRAISE = ['It keeps the wind out', 'Everyone asks where I got it', 'The lining is soft'];

/** Reviews of a coat that is too small for a quarter of its buyers, and one of an unknown product. */
function judgeMe(count = 40): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const buyer = `${BUYERS[i % 7]!} in ${2000 + i}`;
    return i % 4 === 0
      ? `Too small,"Bought for ${buyer}. Runs small. Mail me at ann${i}@example.com",1,2025-03-02,coat-1`
      : `Lovely,"${PRAISE[i % 3]!} and I wear it for ${buyer}. A lovely colour.",5,2025-03-03,COAT-1`;
  });
  const head = 'title,body,rating,review_date,product_id,reviewer_name,reviewer_email,ip_address';
  const personal = ',Ann Example,ann@example.com,203.0.113.7';
  const all = [...rows, 'Nice,A nice mug.,5,2025-03-04,MUG-9'];
  return `${head}\n${all.map((row) => row + personal).join('\n')}\n`;
}

/** Lets so many milliseconds pass between any two looks at the clock. */
function clockTicking(everyMs: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += everyMs));
}

/** Reads until a stop is asked for; `lasts` is how many times the reading looks for one before it stops. */
async function readFor(lasts: number) {
  let asked = 0;
  const told: number[] = [];
  const signal = {
    throwIfAborted() {
      if (++asked > lasts) throw new DOMException('stopped', 'AbortError');
    },
  } as AbortSignal;
  const report = ({ phase, done }: Progress) => void (phase === 'reviews' && told.push(done));
  const isStopped = await readReviews({ datasetId }, jobFor(report, signal)).then(
    () => false,
    isAbort,
  );
  return { asked, told, isStopped };
}

afterEach(() => void vi.restoreAllMocks());

describe('a reading of reviews', () => {
  const found = async () => [
    await loadReviewReading(datasetId),
    await loadReviewOutcomes(datasetId),
  ];

  it('goes on where it was stopped, and finds the same', async () => {
    await importReviews({ file: csvFile(judgeMe(360), 'judge.csv'), datasetId }, jobFor());
    clockTicking(1_000);
    const { asked, told } = await readFor(Infinity);
    expect(told).toEqual([0, 100, 200, 300]);
    const afresh = await found();
    for (let lasts = 0; lasts < asked; lasts++) {
      await database.reviewReadings.clear();
      await database.reviewOutcomes.clear();
      expect(await readFor(lasts), `stopped after ${lasts} of ${asked}`).toMatchObject({
        isStopped: true,
      });
      expect(await loadReviewReading(datasetId)).toBeNull();
      await readFor(Infinity);
      expect(await found(), `stopped after ${lasts} of ${asked}`).toEqual(afresh);
      expect(await database.readingCheckpoints.count()).toBe(0);
    }
  });

  it('makes nothing twice, though it is stopped again and again', async () => {
    await importReviews({ file: csvFile(judgeMe(360), 'judge.csv'), datasetId }, jobFor());
    clockTicking(1_000);
    const { asked } = await readFor(Infinity);
    vi.mocked(fitRatingHead).mockClear();
    // Its last look but one comes after 200 reviews.
    const first = await readFor(asked - 2);
    expect(first).toMatchObject({ isStopped: true, told: [0, 100, 200] });
    expect(await readFor(asked)).toMatchObject({ isStopped: false, told: [200, 300] });
    expect(fitRatingHead).toHaveBeenCalledOnce();
  });

  it('learns no tone again for other words', async () => {
    await importReviews({ file: csvFile(judgeMe(360), 'judge.csv'), datasetId }, jobFor());
    clockTicking(1_000);
    const { asked } = await readFor(Infinity);
    await readFor(asked - 1);
    vi.mocked(fitRatingHead).mockClear();
    const edits = addWord(NO_EDITS, 'safety', 'keeps the wind out');
    await changeAspectEdits(datasetId, () => edits);
    expect(await readFor(Infinity)).toMatchObject({ told: [0, 100, 200, 300] });
    expect(fitRatingHead).not.toHaveBeenCalled();
    const resumed = await found();
    expect(resumed[0]).toMatchObject({ edits });
    await readFor(Infinity);
    expect(await found()).toEqual(resumed);
  });

  it('keeps nothing of what takes less than a second', async () => {
    await importReviews({ file: csvFile(judgeMe(360), 'judge.csv'), datasetId }, jobFor());
    clockTicking(0);
    const { asked } = await readFor(Infinity);
    expect(await readFor(asked - 1)).toMatchObject({ isStopped: true });
    // That it was begun.
    expect(await database.readingCheckpoints.count()).toBe(1);
  });
});

describe('reviews of a data set', () => {
  it('are joined to launches and say what buyers complain of', async () => {
    const account = await importReviews(
      { file: csvFile(judgeMe(), 'judge.csv'), datasetId },
      jobFor(),
    );
    expect(account).toMatchObject({ rows: 41, read: 41, leftOut: {} });
    expect(await readReviews({ datasetId }, jobFor())).toBe(41);
    const [lists, reading, table] = await Promise.all([
      ...([loadReviews(datasetId), loadReviewReading(datasetId), loadHistory(datasetId)] as const),
    ]);
    expect(reading!.key).toBe(reviewsKey(lists, table));
    expect([...reading!.launch].filter((row) => row === 0)).toHaveLength(40);
    expect(reading!.unknownNames).toEqual([{ name: 'MUG-9', reviews: 1 }]);
    const outcomes = await loadReviewOutcomes(datasetId);
    expect(outcomes).toMatchObject([{ productId: 'COAT-1', rating: 4, returns: NaN }]);
    expect(reading).not.toHaveProperty('outcomes');
    expect([...(await loadHistory(datasetId)).rating]).toEqual([4, NaN]);
    expect(await loadOutcomesKey(datasetId)).toBe(contentKey(outcomes));
    const voice = { reviews: allReviews(lists), reading: reading!, table };
    const { aspects } = aspectShares(reading!, countedReviews(voice, 'review').reviews);
    const size = reading!.aspects.indexOf('size-and-fit');
    expect(aspects[0]).toMatchObject({
      ...{ aspect: size, complaintCount: 10 },
      directions: { smaller: 10 },
    });
  });

  it('are found by the words that the seller wants', async () => {
    await importReviews({ file: csvFile(judgeMe(), 'judge.csv'), datasetId }, jobFor());
    const mentionsOf = async (aspect: string) => {
      await readReviews({ datasetId }, jobFor());
      const { aspects, mentions, edits, words } = (await loadReviewReading(datasetId))!;
      expect(words.map((each) => each.aspect)).toEqual(aspects);
      const place = aspects.indexOf(aspect);
      return { edits, count: mentions.aspect.filter((each) => each === place).length };
    };
    // All 30 reviews of praise speak of its lovely colour, every third of its lining.
    expect(await mentionsOf('looks')).toEqual({ edits: NO_EDITS, count: 30 });
    const edits = [
      (now: typeof NO_EDITS) => removeWord(removeWord(now, 'looks', 'colour'), 'looks', 'lovely'),
      (now: typeof NO_EDITS) => addWord(now, 'safety', 'keeps the wind out'),
      (now: typeof NO_EDITS) => takeUpTopic(now, 'lining'),
    ].reduce((now, edit) => edit(now), NO_EDITS);
    await changeAspectEdits(datasetId, () => edits);
    expect(await mentionsOf('looks')).toEqual({ edits, count: 0 });
    expect(await mentionsOf('safety')).toEqual({ edits, count: 10 });
    expect(await mentionsOf('own:lining')).toMatchObject({ count: 10 });
  });

  it('have words and topics of the shop itself', async () => {
    const head = 'body,rating,product_id';
    const texts = (count: number, text: string) =>
      Array.from(
        { length: count },
        (_, i) => `"${text} ${BUYERS[i % 7]!} in ${2000 + i}.",5,COAT-1`,
      );
    const rows = [
      ...texts(40, 'The toggles give a deep colour for'),
      ...texts(40, 'A thermos came to'),
      ...texts(40, 'The whistle was there for'),
    ];
    await importReviews(
      { file: csvFile(`${head}\n${rows.join('\n')}\n`, 'a.csv'), datasetId },
      jobFor(),
    );
    await readReviews({ datasetId }, jobFor());
    const { words, topics } = (await loadReviewReading(datasetId))!;
    const looks = words.find(({ aspect }) => aspect === 'looks')!;
    expect(looks.grown.map(({ word }) => word)).toContain('deep');
    expect(topics.map(({ word }) => word)).toContain('whistle');
  });

  it('stop being read while their words are learnt', async () => {
    await importReviews({ file: csvFile(judgeMe(), 'judge.csv'), datasetId }, jobFor());
    const phases: string[] = [];
    let asked = 0;
    const signal = {
      throwIfAborted() {
        // Before and after the survey, and after its words.
        if (++asked === 6) throw new DOMException('stopped', 'AbortError');
      },
    } as AbortSignal;
    const report = ({ phase }: Progress) => void phases.push(phase);
    const stopped = readReviews({ datasetId }, jobFor(report, signal));
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(phases).not.toContain('reviews');
    expect(await loadReviewReading(datasetId)).toBeNull();
  });

  it('leave nothing of the buyers in the database', async () => {
    await importReviews({ file: csvFile(judgeMe(), 'judge.csv'), datasetId }, jobFor());
    clockTicking(1_000);
    for (const lasts of [6, Infinity]) {
      expect(await readFor(lasts)).toMatchObject({ isStopped: lasts < Infinity });
      const stored = JSON.stringify(await everythingStored());
      expect(stored).toContain('The lining is soft');
      const isKept = stored.includes('"learntFrom":40');
      expect(isKept, 'the tone is among the parts of a stopped reading').toBe(lasts < Infinity);
      for (const detail of ['example.com', 'Ann', '203.0.113'])
        expect(stored).not.toContain(detail);
    }
  });

  it('are refused in a file without any', async () => {
    const file = csvFile('id,title,units\nA,Mug,3\n', 'launches.csv');
    await expect(importReviews({ file, datasetId }, jobFor())).rejects.toMatchObject({
      code: 'no-reviews',
    });
  });
});
