// What a limit costs, in words: what the season gains with it a step looser.

import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { LooseningGain } from '#core/season/calendar/season-gain.ts';
import type { SeasonView } from '#core/season/calendar/season-view.ts';
import type { Loosening } from '#core/season/problem/looser-limits.ts';
import { m } from '#messages';
import { formatRange } from '#components/words/ranges.ts';
import { seasonFormat, type TitleOf } from '../season-sentence-words.ts';
import { weekText } from '../week-words.ts';

interface Weighed extends LooseningGain {
  readonly loosening: Loosening;
  readonly range: OutcomeRange;
}

interface Asked {
  readonly view: Pick<SeasonView, 'offers'>;
  readonly titleOf: TitleOf;
}

/** Returns, for example, "One more launch a week would bring 1,240, likely 300–2,100." */
export function limitCostWords(cost: Weighed, { view, titleOf }: Asked): string {
  const { kind, most, range } = cost;
  const step = stepWords(cost.loosening, titleOf);
  const format = seasonFormat(view);
  if (kind === 'nothing') return m.season_loose_nothing({ step });
  if (kind === 'sooner') return m.season_loose_sooner({ step });
  if (kind === 'brings') {
    const likely = formatRange(range.low80, range.high80, format);
    return m.season_loose_brings({ step, gain: format(range.expected), range: likely });
  }
  return most === null
    ? m.season_loose_unknown({ step })
    : m.season_loose_open({ step, most: format(most) });
}

function stepWords(loosening: Loosening, titleOf: TitleOf): string {
  switch (loosening.kind) {
    case 'most-per-week':
      return m.season_loose_most();
    case 'ad-budget':
      return m.season_loose_ads();
    case 'stock-budget':
      return m.season_loose_stock();
    case 'cash-budget':
      return m.season_loose_cash();
    case 'channel-budget':
      return m.season_loose_channel({ channel: loosening.channel });
    case 'closed-week':
      return m.season_loose_week(weekText(loosening.week));
    case 'needed':
      return m.season_loose_needed({ title: titleOf(loosening.productId) });
  }
}
