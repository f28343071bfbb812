import { expect, it } from 'vitest';
import {
  moreRecordWords,
  resultsWords,
  trackRecordWords,
} from '#components/pages/plan/doubt/track-record-words.ts';
import type { TrackRecord } from '#core/evaluation/scorecard/track-record.ts';
import { inChinese } from '../../../../support/in-chinese.ts';

const record: TrackRecord = {
  ...{ count: 143, isOfCategory: true, inside: 0.79, low: 0.74, high: 0.83, medianError: 0.42 },
  orders: { soldOut: 0.2, halfLeft: 0.16 },
  channel: { name: 'Email', count: 20, inside: 17 },
};
const plain = (text: string) => text.replaceAll('\u2060', '');

it('says how often such forecasts, and such orders, were right', () => {
  expect(trackRecordWords(record)).toBe(
    'Of 143 unseen launches in this category, 79% ended inside their 80% range; half were off by 42% or more.',
  );
  expect(moreRecordWords(record)).toBe(
    'Of the last 20 on Email, 17 ended inside. Within the first weeks, orders chosen this way would have sold out in 20% of cases and left more than half unsold in 16%.',
  );
});

it('shows the interval of a share of few, and leaves out what is not known', () => {
  const few = {
    ...record,
    count: 30,
    isOfCategory: false,
    medianError: null,
    orders: null,
    channel: null,
  };
  expect(plain(trackRecordWords(few))).toBe(
    'Of 30 unseen launches, 79% (likely 74%–83%) ended inside their 80% range.',
  );
  expect(moreRecordWords(few)).toBe('');
});

it('adds the results from five on', () => {
  const soFar = { promisedFraction: 0.8, promised: 0.82, inside: 4, low: 0, high: 1 } as const;
  expect(resultsWords({ ...soFar, count: 4 })).toBe('');
  expect(resultsWords({ ...soFar, count: 5 })).toBe(
    'Of your 5 results so far, 4 fell inside, where 82% should.',
  );
});

it('says it in Chinese', () => {
  inChinese(() => {
    expect(trackRecordWords(record)).toBe(
      '本品类 143 次未参与训练的上新中，79% 落在 80% 区间内；一半的误差不小于 42%。',
    );
    expect(moreRecordWords(record)).toBe(
      '“Email”上最近 20 次中有 17 次落在区间内。按这种方式采购，最初几周内售罄的占 20%，剩余超过一半的占 16%。',
    );
  });
});
