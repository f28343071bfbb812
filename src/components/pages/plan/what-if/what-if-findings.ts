// Writes the finding above each curve of a plan's sliders, and the note below it.

import { unitMoneyAt } from '#core/planning/what-if/what-if.ts';
import {
  proposedStock,
  type PassedStock,
  type ProposedStock,
} from '#core/planning/what-if/planned-stock.ts';
import {
  bestAlong,
  higherOutside,
  isProposable,
  nearlyLevel,
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
import { axisLabel, measureWords, roundPriceFormat } from './what-if-words.ts';

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
  const title = axis === 'spend' ? spendTitle(found) : priceTitle(sliders, found);
  return higherOutside(curve) ? m.whatif_of_proposed({ title }) : title;
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

const STOCK_TITLES: Readonly<
  Record<PassedStock['why'] | 'best', (inputs: { readonly units: string }) => string>
> = {
  best: (inputs) => m.whatif_stock_best(inputs),
  tied: (inputs) => m.whatif_stock_tied(inputs),
  loss: (inputs) => m.whatif_stock_safe(inputs),
};

/** Returns the stock to propose, without one that earns more by an amount that is shown as nothing. */
function shownStock({ study, choice }: WhatIfSliders): ProposedStock {
  const { stockUnits, passed } = proposedStock(study, choice);
  const isNothing = formatMoney(passed?.gain) === formatMoney(0);
  return { stockUnits, passed: isNothing ? null : passed };
}

/** Without costs, more stock always brings more, so there is no best stock to name. */
function stockTitle(sliders: WhatIfSliders): string {
  if (sliders.measure === 'profit') {
    const { stockUnits, passed } = shownStock(sliders);
    return STOCK_TITLES[passed?.why ?? 'best']({ units: formatCount(stockUnits) });
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
    return sentences(
      m.whatif_spend_note({ low: formatMoney(low), high: formatMoney(high) }),
      higherWords(sliders, axis),
    );
  }
  if (!study.priceIsChosen) return m.whatif_price_untold_note();
  const format = roundPriceFormat(study);
  const perFactor = pricePerFactor(study);
  const { low, high } = study.tried;
  return sentences(
    m.whatif_price_note({ low: format(low * perFactor), high: format(high * perFactor) }),
    higherWords(sliders, axis),
  );
}

/** Says where a curve is higher than what plans choose from, and why that is not proposed; '' where it is not. */
function higherWords(sliders: WhatIfSliders, axis: 'price' | 'spend'): string {
  const { study, measure } = sliders;
  const higher = higherOutside(sliders.curve(axis));
  if (!higher) return '';
  const value = measureWords(measure).format(higher.expected);
  if (axis === 'spend') return m.whatif_spend_higher({ value, place: formatMoney(higher.x) });
  const isRaised = study.economics.depth > 0 && higher.x > 1;
  return m.whatif_price_higher({
    ...{ value, place: roundPriceFormat(study)(higher.x * pricePerFactor(study)) },
    why: higher.isUntried ? 'untried' : isRaised ? 'raised' : 'few',
  });
}

function stockNote(sliders: WhatIfSliders): string {
  const { study, choice, measure } = sliders;
  const { margin, leftover } = unitMoneyAt(study, choice);
  const { packSize } = study.stock;
  return sentences(
    measure === 'profit'
      ? m.whatif_stock_note({ few: formatMoney(Math.max(0, margin)), many: formatMoney(leftover) })
      : m.whatif_stock_units_note(),
    measure === 'profit' ? passedWords(sliders) : '',
    packSize > 1 ? m.whatif_stock_packs({ units: formatCount(packSize) }) : '',
  );
}

/** Says which stock would earn more, and why plans order less; '' where none does. */
function passedWords(sliders: WhatIfSliders): string {
  const { stockUnits, passed } = shownStock(sliders);
  if (!passed) return '';
  return m.whatif_stock_passed({
    ...{ why: passed.why, units: formatCount(stockUnits) },
    ...{ more: formatCount(passed.stockUnits), amount: formatMoney(passed.gain) },
  });
}
