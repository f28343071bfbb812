// Reads logs of a fashion shop's recommendations (Open Bandit, Saito et al. 2021). Items were shown at random, or by
// Bernoulli Thompson sampling (bts).

import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';

const FOLDER = new URL('../../../../shared/data/open-bandit/', import.meta.url);

export const hasOpenBandit = existsSync(FOLDER);

interface Shown {
  readonly item: number;
  readonly position: number;
  readonly click: number;
  readonly propensity: number;
}

export type Campaign = 'men' | 'women';

export function readShown(policy: 'random' | 'bts', campaign: Campaign): Shown[] {
  const file = new URL(`${policy}_${campaign}.csv.gz`, FOLDER);
  const [header, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const columns = header!.trim().split(',');
  const at = (name: string) => columns.indexOf(name);
  return lines.map((line) => {
    const cells = line.split(',');
    const number = (name: string) => Number(cells[at(name)]);
    return {
      item: number('item_id'),
      position: number('position'),
      click: number('click'),
      propensity: number('propensity_score'),
    };
  });
}

/** Returns the share of each item at each position under a policy: its probabilities, averaged over users. */
export function frequencies(shown: readonly Shown[], items: number): Map<number, Float64Array> {
  const byPosition = new Map<number, Float64Array>();
  for (const { position, item } of shown) {
    const counts = byPosition.get(position) ?? new Float64Array(items);
    counts[item]! += 1;
    byPosition.set(position, counts);
  }
  return new Map(
    [...byPosition].map(([position, counts]) => {
      const all = counts.reduce((total, count) => total + count, 0);
      return [position, counts.map((count) => count / all)];
    }),
  );
}

const FOLDS = 5;
/** Number of shows by which an item's click rate is shrunk towards the rate of all items. */
const PRIOR_SHOWN = 200;

/** Returns shows as logged launches. Expected clicks of a fold are the items' click rates in the other folds. */
export function loggedShows(shown: readonly Shown[], items: number): LoggedLaunches {
  const rates = Array.from({ length: FOLDS }, (_, fold) =>
    clickRates(
      shown.filter((_show, i) => i % FOLDS !== fold),
      items,
    ),
  );
  const propensities = new Float32Array(shown.length * items);
  const expected = new Float32Array(shown.length * items);
  shown.forEach(({ propensity }, i) => {
    propensities.fill(propensity, i * items, (i + 1) * items); // uniform: the log shows one item at random
    expected.set(rates[i % FOLDS]!, i * items);
  });
  return {
    count: shown.length,
    strongest: null,
    actions: Array.from({ length: items }, () => ({ channel: null, promotion: null })),
    taken: Uint16Array.from(shown, ({ item }) => item),
    reward: Float64Array.from(shown, ({ click }) => click),
    objective: 'units',
    propensities,
    expected,
  };
}

function clickRates(shown: readonly Shown[], items: number): Float64Array {
  const counts = new Float64Array(items);
  const clicks = new Float64Array(items);
  for (const { item, click } of shown) {
    counts[item]! += 1;
    clicks[item]! += click;
  }
  const overall = clicks.reduce((total, own) => total + own, 0) / shown.length;
  return clicks.map((own, item) => (own + PRIOR_SHOWN * overall) / (counts[item]! + PRIOR_SHOWN));
}
