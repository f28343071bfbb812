// Why a product is not in the calendar, in words.

import type { LeftOutReason } from '#core/season/calendar/left-out-reason.ts';
import type { SeasonView } from '#core/season/calendar/season-view.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { sentences } from '#components/words/sentences.ts';
import { changeWords, limitsWords, seasonFormat, type TitleOf } from '../season-sentence-words.ts';
import { weekWords } from '../week-words.ts';

interface Asked {
  readonly view: Pick<SeasonView, 'offers' | 'limits'>;
  readonly titleOf: TitleOf;
}

export function leftOutWords(reason: LeftOutReason, asked: Asked): string {
  if (reason.kind === 'no-week') return NO_WEEK_WORDS[reason.reason](tally(reason.weekCount));
  if (reason.kind === 'wish')
    return sentences(
      m.season_why_wish(),
      reason.best ? m.season_why_best(words(reason.best, asked)) : '',
    );
  const said = words(reason.best, asked);
  const format = seasonFormat(asked.view);
  switch (reason.kind) {
    case 'loses':
      return m.season_why_loses({ week: said.week, amount: format(reason.own) });
    case 'takes': {
      const lost = format(reason.own - reason.best.change);
      return m.season_why_takes({ ...said, own: format(reason.own), lost });
    }
    case 'gains':
      return m.season_why_gains(said);
    case 'full':
      return fullWords(reason, asked);
  }
}

const NO_WEEK_WORDS = {
  closed: m.season_why_closed,
  'outside-window': m.season_why_window,
  'never-tried': m.season_why_untried,
};

function words(
  { week, change }: { readonly week: number; readonly change: number },
  { view }: Asked,
) {
  return { week: weekWords(week), difference: changeWords(view, change) };
}

function fullWords(
  { best, displaced }: Extract<LeftOutReason, { readonly kind: 'full' }>,
  asked: Asked,
): string {
  const limits = limitsWords(best.breaks, asked);
  const difference = changeWords(asked.view, displaced?.change ?? 0);
  const swap = displaced && { title: asked.titleOf(displaced.productId), difference };
  return sentences(
    m.season_why_breaks({ ...words(best, asked), limits }),
    swap ? m.season_why_displaces(swap) : m.season_why_no_room(),
    displaced && displaced.merit > 0 ? m.season_why_again() : '',
  );
}
