import { EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import { costDoubt } from '#core/season/experiments/cost-doubt.ts';
import type { Experiment, SeasonExperiments } from '#core/season/offers/experiment.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import { m } from '#messages';
import { countedLaunches } from '#components/words/counts.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { formatShortDay } from '#components/words/dates.ts';
import { objectiveWords } from '../plan/plan-words.ts';

/** Returns, for example, "On social in the week of 8 Mar, instead of own store." */
export function moveOfExperiment({ placement, otherwise }: Experiment): string {
  const to = { channel: placement.channel ?? '', usual: otherwise.channel ?? '' };
  const week = formatShortDay(placement.week);
  if (placement.week === otherwise.week) return m.experiments_to({ ...to, week });
  return m.experiments_to_week({ ...to, week, usualWeek: formatShortDay(otherwise.week) });
}

/** Says what a trial launch (experiment in code) costs this season, with its 80% range, and what it is worth later. */
export function costOfExperiment(experiment: Experiment, objective: Objective): string {
  return m.experiments_cost(costWords(experiment, objective));
}

/** Says what all trial launches together cost this season, with the 80% range, and what they are worth later. */
export function costOfExperiments(
  { experiments, cost, worth }: Pick<SeasonExperiments, 'experiments' | 'cost' | 'worth'>,
  objective: Objective,
): string {
  const leanings = experiments.flatMap((each) => each.leanings);
  return m.experiments_total(costWords({ cost, worth, leanings }, objective));
}

/** Totals over launches are in units where the objective is sell-through. */
function costWords(
  { cost, worth, leanings }: Pick<Experiment, 'cost' | 'worth' | 'leanings'>,
  objective: Objective,
) {
  const { format, noun } = objectiveWords(objective === 'sell-through' ? 'units' : objective);
  const about = Math.max(0, cost);
  const half = EIGHT_IN_TEN * costDoubt(leanings);
  return {
    cost: format(about),
    noun,
    range: formatRange(about - half, about + half, format),
    worth: format(worth),
  };
}

/**
 * Says how often the channel was tried for such products. Then gives the 80% range of its estimate before and after the
 * trial.
 */
export function lessonOfExperiment(experiment: Experiment): readonly string[] {
  const { tried, planned, doubtBefore, doubtAfter } = experiment;
  const arm = {
    channel: experiment.placement.channel ?? '',
    category: experiment.category || m.experiments_no_category(),
  };
  const [before, after] = [offBy(doubtBefore), offBy(doubtAfter)];
  return [
    tried === 0
      ? m.experiments_never(arm)
      : m.experiments_tried({ ...arm, count: tried, text: formatCount(tried) }),
    ...(planned > 0 ? [m.experiments_planned({ launches: countedLaunches(planned) })] : []),
    m.experiments_teaches({ ...before, lowAfter: after.low, highAfter: after.high }),
  ];
}

/** Converts a standard deviation in log units to the ends of the 80% range, as percentages below and above. */
function offBy(doubt: number): { readonly low: string; readonly high: string } {
  const factor = Math.exp(EIGHT_IN_TEN * doubt);
  return { low: formatPercent(1 - 1 / factor), high: formatPercent(factor - 1) };
}
