import { EIGHT_IN_TEN } from '#core/evaluation/wilson.ts';
import type { Experiment } from '#core/experiments/experiment.ts';
import type { Objective } from '#core/launch/aim.ts';
import { m } from '#messages';
import { countedLaunches, formatCount, formatPercent, formatShortDay } from '../format.ts';
import { objectiveWords } from '../plan/plan-wording.ts';

/** "On social in the week of 8 Mar, instead of own store." */
export function moveOfExperiment({ placement, otherwise }: Experiment): string {
  const to = { channel: placement.channel ?? '', usual: otherwise.channel ?? '' };
  const week = formatShortDay(placement.week);
  if (placement.week === otherwise.week) return m.experiments_to({ ...to, week });
  return m.experiments_to_week({ ...to, week, usualWeek: formatShortDay(otherwise.week) });
}

export function costOfExperiment({ cost, worth }: Experiment, objective: Objective): string {
  const { format, noun } = seasonWords(objective);
  const gain = format(worth);
  if (isNothing(cost, objective)) return m.experiments_free({ worth: gain });
  return m.experiments_cost({ cost: format(cost), noun, worth: gain });
}

export function costOfExperiments(
  { cost, worth }: Pick<Experiment, 'cost' | 'worth'>,
  objective: Objective,
): string {
  const { format, noun } = seasonWords(objective);
  const gain = format(worth);
  if (isNothing(cost, objective)) return m.experiments_total_free({ worth: gain });
  return m.experiments_total({ cost: format(cost), noun, worth: gain });
}

/** How often the channel was tried for such products, and how far what is believed of it may be off: in 8 of 10 cases, as everywhere. */
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

/** From a deviation of log units. */
function offBy(doubt: number): { readonly low: string; readonly high: string } {
  const factor = Math.exp(EIGHT_IN_TEN * doubt);
  return { low: formatPercent(1 - 1 / factor), high: formatPercent(factor - 1) };
}

/** Where launches are added up, units stand for sell-through. */
function seasonWords(objective: Objective): ReturnType<typeof objectiveWords> {
  return objectiveWords(objective === 'sell-through' ? 'units' : objective);
}

function isNothing(cost: number, objective: Objective): boolean {
  const { format } = seasonWords(objective);
  return cost <= 0 || format(cost) === format(0);
}
