import { expect, it } from 'vitest';
import {
  moreRecordWords,
  resultsWords,
  trackRecordWords,
} from '#components/pages/plan/doubt/track-record-words.ts';
import { tally } from '#components/words/counts.ts';
import type { TrackRecord } from '#core/evaluation/scorecard/track-record.ts';
import { m } from '#messages';

const record: TrackRecord = {
  ...{ count: 100, isOfCategory: true, inside: 0.79, low: 0.74, high: 0.83, medianError: 0.42 },
  orders: { soldOut: 0.2, halfLeft: 0.16 },
  channel: { name: 'Email', count: 20, inside: 17 },
};

it('says how often such forecasts, and such orders, were right', () => {
  expect(trackRecordWords(record)).toBe(
    'Of 100 unseen launches in this category, 79% ended inside their 80% range; half were off by 42% or more.',
  );
  expect(moreRecordWords(record)).toBe(
    'Of the last 20 on Email, 17 ended inside. Within the first weeks, orders chosen this way would have sold out in 20% of cases and left more than half unsold in 16%.',
  );
});

it('shows the interval of a share of few, and leaves out what is not known', () => {
  const untold = { isOfCategory: false, medianError: null, orders: null, channel: null };
  const few = { ...record, ...untold, count: 99 };
  const share = m.doubt_share_likely({ share: '79%', range: '74%\u2060–\u206083%' });
  expect(trackRecordWords(few)).toBe(m.doubt_record_inside({ ...tally(99), where: 'all', share }));
  expect(moreRecordWords(few)).toBe('');
});

it('adds the results from five on', () => {
  const soFar = { promisedFraction: 0.8, promised: 0.82, inside: 4, low: 0, high: 1 } as const;
  expect(resultsWords({ ...soFar, count: 4 })).toBe('');
  expect(resultsWords({ ...soFar, count: 5 })).toBe(
    'Of your 5 results so far, 4 fell inside, where 82% should.',
  );
});
