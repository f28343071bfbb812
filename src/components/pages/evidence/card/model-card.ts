// Writes the model card: what the model learnt, from what, how well, and what it is not for (Mitchell et al. 2019,
// "Model Cards").

import { stopOf } from '#core/model/training/stop-point.ts';
import {
  dataVersionText,
  launchesLearnt,
  type TrainingReport,
} from '#core/model/training/training-report.ts';
import { errorsByGroup } from '#core/evaluation/scorecard/errors-by-group.ts';
import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';
import type { MethodScore } from '#core/evaluation/scorecard/method-scores.ts';
import { m } from '#messages';
import { backendName } from '#components/ui/feedback/backend-words.ts';
import { limitFindings } from '#components/ui/feedback/limit-words.ts';
import { countedLaunches } from '#components/words/counts.ts';
import { formatDay, formatDuration, formatMoment, horizonWords } from '#components/words/dates.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { blendWords, memberRows, worthFinding } from '#components/pages/model/member-words.ts';
import { stoppedWords } from '#components/pages/model/stop-words.ts';
import { netWords, ownWape } from '#components/pages/model/training-words.ts';
import { coverageFinding } from '../evidence-words.ts';

export interface CardFacts {
  readonly report: TrainingReport;
  /** Launches of the holdout; null if there was none or it was not kept. */
  readonly holdout: Holdout | null;
  /** Scores on the holdout; empty if there is none. */
  readonly scores: readonly MethodScore[];
  readonly dataset: {
    readonly name: string;
    readonly isSynthetic: boolean;
    readonly horizonDays?: number | undefined;
  };
  readonly hasCategories: boolean;
}

interface CardSection {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface ModelCard {
  readonly title: string;
  readonly sections: readonly CardSection[];
}

export function modelCard(facts: CardFacts): ModelCard {
  const { report, dataset } = facts;
  const limits = limitFindings(report.limits).map(({ title }) => title);
  const horizon = horizonWords(dataset.horizonDays);
  return {
    title: m.card_heading({ name: dataset.name, number: String(report.modelId) }),
    sections: [
      { title: m.card_what(), lines: whatItIs(facts) },
      { title: m.card_data(), lines: learntFrom(facts, horizon) },
      { title: m.card_accuracy(), lines: accuracy(facts) },
      { title: m.card_for(), lines: [m.card_for_text(), m.card_for_drawn()] },
      {
        title: m.card_against(),
        lines: [
          m.card_against_unlike(),
          m.card_against_shop(),
          m.card_against_horizon({ horizon }),
          m.card_against_cause(),
          m.card_against_people(),
        ],
      },
      ...(limits.length > 0 ? [{ title: m.card_limits(), lines: limits }] : []),
      { title: m.card_settings(), lines: settingsLines(report) },
    ],
  };
}

function whatItIs({ report, hasCategories }: CardFacts): string[] {
  const made = m.card_what_made({
    moment: formatMoment(report.trainedAt),
    processor: backendName(report.backend.name),
    duration: formatDuration(report.seconds),
  });
  const started =
    report.startedFrom === undefined
      ? []
      : [m.card_what_started({ number: String(report.startedFrom) })];
  const worth = memberRows(report).length > 0 ? [worthFinding(report, { hasCategories })] : [];
  const stopped = stoppedWords(report.stopped);
  return [blendWords(report, { hasCategories }), ...worth, made, ...started, ...stopped];
}

function learntFrom({ report, dataset }: CardFacts, horizon: string): string[] {
  const { learnt } = report;
  const launches = countedLaunches(launchesLearnt(report));
  const named = { launches, name: dataset.name, horizon };
  return [
    !learnt || stopOf(report, 'launches')
      ? m.card_data_launches_undated(named)
      : m.card_data_launches({ ...named, day: formatDay(learnt.lastDay) }),
    ...(learnt ? [m.card_data_version({ version: dataVersionText(learnt.dataVersion) })] : []),
    ...(dataset.isSynthetic ? [m.card_data_synthetic()] : []),
  ];
}

function accuracy(facts: CardFacts): string[] {
  const { report, holdout, hasCategories } = facts;
  const wape = ownWape(report);
  if (wape === null) return [m.card_accuracy_none()];
  const median = report.holdout.find(({ method }) => method === 'category-median');
  const ranges = coverageFinding(report);
  const off = median && { share: formatPercent(median.wape) };
  return [
    hiddenWords(facts, wape),
    ...(off
      ? [hasCategories ? m.card_accuracy_median(off) : m.card_accuracy_median_of_all(off)]
      : []),
    ...(ranges === null ? [] : [m.card_sentence({ text: ranges })]),
    ...worstGroup(holdout),
  ];
}

function hiddenWords({ report, scores }: CardFacts, wape: number): string {
  const said = { launches: countedLaunches(report.rows.test), share: formatPercent(wape) };
  const own = scores.find(({ method }) => method === 'debut');
  if (!own) return m.card_accuracy_hidden_plain(said);
  const range = formatRange(own.wape.low80, own.wape.high80, formatPercent);
  return m.card_accuracy_hidden({ ...said, range });
}

/** Returns a line on the category with the largest error; none if there are fewer than two categories. */
function worstGroup(holdout: Holdout | null): string[] {
  const groups = holdout ? errorsByGroup(holdout, 'category') : [];
  const [worst] = groups.toSorted((a, b) => b.wape.expected - a.wape.expected);
  if (!worst || groups.length < 2) return [];
  const share = formatPercent(worst.wape.expected);
  const launches = countedLaunches(worst.count);
  return [m.card_accuracy_group({ group: worst.key, share, launches })];
}

/** Returns the seed, and the network where the forecast uses it. */
function settingsLines({ settings, net, blend }: TrainingReport): string[] {
  return [
    m.card_settings_seed({ seed: String(settings.seed) }),
    ...(net && blend.net > 0 ? [m.card_sentence({ text: netWords(net) })] : []),
  ];
}
