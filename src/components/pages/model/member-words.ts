import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { MemberName } from '#core/model/blend/blend.ts';
import { m } from '#messages';
import { formatFinePercent } from '#components/words/numbers.ts';
import { listed } from '#components/words/lists.ts';
import type { MedianOptions } from './training-words.ts';

const MEMBER_WORDS: Readonly<Record<MemberName, () => string>> = {
  net: m.model_blend_net,
  trees: m.model_blend_trees,
  ridge: m.model_blend_ridge,
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
    (member) => report.blend[member] >= 0.005,
  );
  if (used.length === 1) return m.model_blend_one({ method: memberWords(used[0]!, options) });
  const methods = used.map((member) => sharedWords(report, member, options));
  return m.model_blend_many({ methods: listed(methods) });
}

/** Names the base model with the largest weight, which the forecast rests on most, with its weight. */
export function mainMemberWords(report: TrainingReport, options: MedianOptions): string {
  const members = Object.keys(MEMBER_WORDS) as MemberName[];
  const main = members.reduce((most, each) =>
    report.blend[each] > report.blend[most] ? each : most,
  );
  return sharedWords(report, main, options);
}

function sharedWords({ blend }: TrainingReport, member: MemberName, options: MedianOptions) {
  return m.model_blend_share({
    method: memberWords(member, options),
    share: formatFinePercent(blend[member]),
  });
}
