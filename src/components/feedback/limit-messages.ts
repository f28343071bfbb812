import type { Limit } from '#core/launch/training-report.ts';
import type { Finding } from './finding.ts';

interface LimitWords {
  /** What the data cannot tell. */
  readonly title: string;
  /** What follows for the plans, and what would change it. */
  readonly advice: string;
}

const LIMIT_WORDS: Readonly<Record<Limit, LimitWords>> = {
  'no-channel': {
    title: 'No channel is recommended',
    advice:
      'The data does not say where products were launched. Add a column with the channel to compare them.',
  },
  'one-channel': {
    title: 'Channels are not compared',
    advice: 'All launches used the same channel, so nothing is known about another.',
  },
  'no-promotion': {
    title: 'No promotion is recommended',
    advice:
      'The data does not say which launches had an offer. Add a column with the promotion to compare them.',
  },
  'one-promotion': {
    title: 'Promotions are not compared',
    advice: 'All launches had the same offer, so nothing is known about another.',
  },
  'no-price-variation': {
    title: 'No price change is recommended',
    advice:
      'Prices were never far enough from the list price to see what a change does. Plans keep the list price.',
  },
  'no-cost': {
    title: 'Profit is not known',
    advice:
      'There is no unit cost, so plans are ranked by revenue or units. Add costs to see profit.',
  },
  'no-list-price': {
    title: 'Prices are relative',
    advice: 'There is no list price in the data, so plans cannot name an amount by themselves.',
  },
  'no-ad-spend': {
    title: 'No ad spend is recommended',
    advice: 'The data does not say what was spent on advertising.',
  },
  'no-fees': {
    title: 'Channel fees are taken as zero',
    advice:
      'Profit does not count what a channel keeps. Add a column with the fee to compare channels fairly.',
  },
  'under-one-year': {
    title: 'The season is only partly known',
    advice:
      'The launches cover less than a year. Weeks far from any launch are left out instead of guessed.',
  },
  'few-launches': {
    title: 'There are few launches',
    advice:
      'Plans lean on averages, and their ranges are wide. Each launch that you add narrows them.',
  },
};

/** A limit that says nothing new beside another: fees matter only to a profit that compares channels. */
const IMPLIED_BY: Readonly<Partial<Record<Limit, readonly Limit[]>>> = {
  'no-fees': ['no-channel', 'no-cost', 'no-list-price'],
};

export function limitFindings(limits: readonly Limit[]): Finding[] {
  return limits
    .filter((limit) => !IMPLIED_BY[limit]?.some((other) => limits.includes(other)))
    .map((limit) => ({ icon: 'note', ...LIMIT_WORDS[limit] }));
}
