// Writes the finding above each curve of a plan's sliders, and the note below it.

import { unitMoneyAt } from '#core/planning/what-if/what-if.ts';
import {
  bestAlong,
  isProposable,
  isStockTied,
  nearlyLevel,
  plannedStockAt,
  type WhatIfAxis,
} from '#core/planning/what-if/what-if-curves.ts';
import { m } from '#messages';
import { sentences } from '#components/words/sentences.ts';
import { formatCount } from '#components/words/numbers.ts';
import { formatDayRange, formatShortDay } from '#components/words/dates.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatRange } from '#components/words/ranges.ts';
import { oddsWords } from '../odds-words.ts';
import { pricePerFactor } from './slider-scale.ts';
import type { WhatIfSliders } from './slider-state.svelte.ts';
import { axisLabel, roundPriceFormat } from './what-if-words.ts';

/** Returns the finding of a curve, or the name of its axis where it shows none. */
export function curveTitle(sliders: WhatIfSliders, axis: WhatIfAxis): string {
  if (axis === 'stock') return stockTitle(sliders);
  if (axis === 'price' && !sliders.study.priceIsChosen) return m.whatif_price_untold();
  const curve = sliders.curve(axis);
  const level = nearlyLevel(curve, placeOf(sliders, axis));
  const best = bestAlong(curve);
  if (!level || !best) return axisLabel(sliders, axis);
  const tried = curve.x.filter((_, i) => isProposable(curve, i));
  const found = {
    from: level[0],
    to: level[1],
    best: best.x,
    isFromFirst: level[0] === tried[0],
    isToLast: level[1] === tried.at(-1),
  };
  if (axis === 'week') return weekTitle(found);
  return axis === 'spend' ? spendTitle(found) : priceTitle(sliders, found);
}

/** Returns where a slider stands on its curve. */
function placeOf({ study, choice }: WhatIfSliders, axis: 'week' | 'price' | 'spend'): number {
  if (axis === 'week') return study.weeks[choice.weekIndex]!;
  return axis === 'price' ? choice.priceFactor : choice.adSpend;
}

interface Level {
  readonly from: number;
  readonly to: number;
  readonly best: number;
  readonly isFromFirst: boolean;
  readonly isToLast: boolean;
}

function weekTitle({ from, to, isFromFirst, isToLast }: Level): string {
  if (isFromFirst && isToLast) return m.whatif_week_all();
  if (from === to) return m.whatif_week_best({ day: formatShortDay(from) });
  return m.whatif_week_level({ range: formatDayRange(from, to) });
}

function priceTitle(sliders: WhatIfSliders, found: Level): string {
  const { from, to, best, isFromFirst, isToLast } = found;
  if (isFromFirst && isToLast) return m.whatif_price_all();
  const perFactor = pricePerFactor(sliders.study);
  const format = roundPriceFormat(sliders.study);
  const [low, high] = [format(from * perFactor), format(to * perFactor)];
  if (low === high) return m.whatif_price_best({ value: format(best * perFactor) });
  return m.whatif_price_level({ range: formatRange(from * perFactor, to * perFactor, format) });
}

function spendTitle({ from, to, best, isFromFirst, isToLast }: Level): string {
  if (isFromFirst && isToLast) return m.whatif_spend_all();
  if (formatMoney(from) === formatMoney(to)) {
    return m.whatif_spend_best({ value: formatMoney(best) });
  }
  if (isToLast) return m.whatif_spend_enough({ value: formatMoney(from), best: formatMoney(best) });
  if (isFromFirst) return m.whatif_spend_little({ value: formatMoney(to) });
  return m.whatif_spend_level({ range: formatRange(from, to, formatMoney) });
}

/** Without costs, more stock always brings more, so there is no best stock to name. */
function stockTitle(sliders: WhatIfSliders): string {
  if (sliders.measure === 'profit') {
    const { stockUnits } = sliders.choice;
    const units = isStockTied(sliders.study, sliders.choice)
      ? stockUnits
      : plannedStockAt(sliders.study, sliders.choice);
    return m.whatif_stock_best({ units: formatCount(units) });
  }
  return m.whatif_stock_odds({
    units: formatCount(sliders.choice.stockUnits),
    odds: oddsWords(sliders.figures.odds.sellOut),
  });
}

export function curveNote(sliders: WhatIfSliders, axis: WhatIfAxis): string {
  const { study } = sliders;
  if (axis === 'week') return m.whatif_week_note();
  if (axis === 'stock') return stockNote(sliders);
  if (axis === 'spend') {
    const [low, high] = [study.adSpends[0], study.adSpends.at(-1)];
    return m.whatif_spend_note({ low: formatMoney(low), high: formatMoney(high) });
  }
  if (!study.priceIsChosen) return m.whatif_price_untold_note();
  const format = roundPriceFormat(study);
  const perFactor = pricePerFactor(study);
  return m.whatif_price_note({
    low: format(study.tried.low * perFactor),
    high: format(study.tried.high * perFactor),
  });
}

function stockNote({ study, choice, measure }: WhatIfSliders): string {
  const { margin, leftover } = unitMoneyAt(study, choice);
  const { packSize } = study.stock;
  return sentences(
    measure === 'profit'
      ? m.whatif_stock_note({ few: formatMoney(Math.max(0, margin)), many: formatMoney(leftover) })
      : m.whatif_stock_units_note(),
    packSize > 1 ? m.whatif_stock_packs({ units: formatCount(packSize) }) : '',
  );
}
