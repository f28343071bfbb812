// Names the base models ("methods") and says what each adds to the forecast.

import type {
  TrainingReport,
  HoldoutScore,
  MemberWorth,
} from '#core/model/training/training-report.ts';
import { type MemberName, MEMBER_NAMES, weightOf } from '#core/model/blend/blend.ts';
import { m } from '#messages';
import { formatFinePercent, formatCount, formatPoints } from '#components/words/numbers.ts';
import { listed } from '#components/words/lists.ts';
import { type MedianOptions, ownWape } from './training-words.ts';
import { sentences } from '#components/words/sentences.ts';
import { formatRange } from '#components/words/ranges.ts';

const MEMBER_WORDS: Readonly<Record<MemberName, () => string>> = {
  net: m.model_blend_net,
  trees: m.model_blend_trees,
  ridge: m.model_blend_ridge,
  process: m.model_blend_process,
  analogues: m.model_blend_analogues,
  median: m.model_blend_median,
};

/** Returns the name of a base model within a sentence. */
export function memberWords(member: MemberName, { hasCategories }: MedianOptions): string {
  if (member === 'median' && !hasCategories) return m.model_blend_median_of_all();
  return MEMBER_WORDS[member]();
}

/** Lists the base models of the blend with their weights; weights under 0.5% are left out. */
export function blendWords(report: TrainingReport, options: MedianOptions): string {
  if (report.method === 'shrinkage') return m.model_blend_shrinkage();
  const used = (Object.keys(MEMBER_WORDS) as MemberName[]).filter(
    (member) => weightOf(report.blend, member) >= 0.005,
  );
  if (used.length === 1) return m.model_blend_one({ method: memberWords(used[0]!, options) });
  const methods = used.map((member) => sharedWords(report, member, options));
  return m.model_blend_many({ methods: listed(methods) });
}

/** Names the base model with the largest weight, which the forecast rests on most, with its weight. */
export function mainMemberWords(report: TrainingReport, options: MedianOptions): string {
  const members = Object.keys(MEMBER_WORDS) as MemberName[];
  const main = members.reduce((most, each) =>
    weightOf(report.blend, each) > weightOf(report.blend, most) ? each : most,
  );
  return sharedWords(report, main, options);
}

function sharedWords({ blend }: TrainingReport, member: MemberName, options: MedianOptions) {
  return m.model_blend_share({
    method: memberWords(member, options),
    share: formatFinePercent(weightOf(blend, member)),
  });
}

/** Name of each base model among the methods whose errors were measured alone. */
const ALONE: Readonly<Record<MemberName, HoldoutScore['method']>> = {
  net: 'net',
  ridge: 'ridge',
  trees: 'trees',
  process: 'process',
  analogues: 'analogues',
  median: 'category-median',
};

export interface MemberRow {
  readonly member: MemberName;
  readonly weight: number;
  /** WAPE on the unseen launches, like the next; undefined where not measured. */
  readonly alone: number | undefined;
  /** Undefined for a base model without a weight, like the next: the blend is the same without it. */
  readonly without: number | undefined;
  readonly worth: MemberWorth | undefined;
}

/** Returns all base models, largest weight first. Empty where a report does not say what they add. */
export function memberRows(report: TrainingReport): MemberRow[] {
  const { blend, holdout, memberWorths = [] } = report;
  const own = ownWape(report);
  if (own === null || memberWorths.length === 0) return [];
  const there = MEMBER_NAMES.filter((member) => blend[member] !== undefined);
  const rows = there.map((member): MemberRow => {
    const worth = memberWorths.find((each) => each.member === member);
    return {
      ...{ member, weight: weightOf(blend, member), worth },
      alone: holdout.find(({ method }) => method === ALONE[member])?.wape,
      without: worth ? own + worth.unseen.expected : undefined,
    };
  });
  return rows.sort((a, b) => b.weight - a.weight);
}

/** Says which base model the forecast loses most without, which are clearly no help, and which are not used. */
export function worthFinding(report: TrainingReport, options: MedianOptions): string {
  const rows = memberRows(report);
  const named = (some: readonly MemberRow[]) =>
    listed(some.map(({ member }) => memberWords(member, options)));
  const clear = rows.filter(({ worth }) => worth?.unseen.isClear);
  const helpful = clear
    .filter(({ worth }) => worth!.unseen.expected > 0)
    .sort((a, b) => b.worth!.unseen.expected - a.worth!.unseen.expected);
  const harmful = clear.filter(({ worth }) => worth!.unseen.expected < 0);
  const unused = rows.filter(({ weight }) => weight === 0);
  const { net, blend } = report;
  const ridgeStays = net?.fromRidges && blend.net > 0 && blend.ridge > 0;
  const none = clear.length === 0 ? m.model_worth_none() : m.model_worth_none_helps();
  return sentences(
    helpful[0] ? mostWords(helpful[0], options) : none,
    ridgeStays ? m.model_worth_ridge_stays() : '',
    harmful.length > 0 ? m.model_worth_harmful({ methods: named(harmful) }) : '',
    unused.length > 0 ? m.model_worth_unused({ count: unused.length, methods: named(unused) }) : '',
  );
}

function mostWords({ member, worth }: MemberRow, options: MedianOptions): string {
  const { expected, low80, high80 } = worth!.unseen;
  return m.model_worth_most({
    method: memberWords(member, options),
    points: formatPoints(expected),
    range: formatRange(low80, high80, formatPoints),
  });
}

/** Says how much larger the error is without a base model. For readers who cannot see the mark. */
export function worthWords({ member, unseen }: MemberWorth, options: MedianOptions): string {
  return m.model_worth_mark({
    method: memberWords(member, options),
    points: formatPoints(unseen.expected),
    range: formatRange(unseen.low80, unseen.high80, formatPoints),
  });
}

/** Says on how many launches the errors were measured. */
export function worthNote({ rows }: TrainingReport): string {
  return m.model_worth_note({ count: rows.test, text: formatCount(rows.test) });
}
