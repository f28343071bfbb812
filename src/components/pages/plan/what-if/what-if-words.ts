// Writes the words of a plan's sliders: their positions, the forecast there, and the labels under their curves.

import { monthStart } from '#core/base/dates.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { Measure } from '#core/planning/plan/planned-value.ts';
import type { WhatIfAxis } from '#core/planning/what-if/what-if-curves.ts';
import { m } from '#messages';
import type { Tick } from '#components/charts/geometry/tick.ts';
import { formatCount, formatPercent, formatUnits } from '#components/words/numbers.ts';
import { axisFormat, formatMoney, formatPrice } from '#components/words/money.ts';
import { formatMonthName, formatShortDay, formatWeekday } from '#components/words/dates.ts';
import { formatRange } from '#components/words/ranges.ts';
import { pieceWords } from '../odds-words.ts';
import type { DecisionPart } from '../offer-words.ts';
import type { OwnPlan } from './own-plan.svelte.ts';
import { pricePerFactor } from './slider-scale.ts';
import type { WhatIfSliders } from './slider-state.svelte.ts';

/** Ends are shown rounded, so that what is shown can be entered. */
const CENT = 0.01;

type Format = (value: number | null | undefined) => string;

interface MeasureWords {
  readonly label: string;
  readonly noun: string;
  readonly format: Format;
}

const MEASURES: Readonly<Record<Measure, () => MeasureWords>> = {
  profit: () => ({
    label: m.whatif_profit(),
    noun: m.whatif_profit_noun(),
    format: formatMoney,
  }),
  revenue: () => ({
    label: m.whatif_revenue(),
    noun: m.whatif_revenue_noun(),
    format: formatMoney,
  }),
  units: () => ({ label: m.whatif_units(), noun: m.whatif_units_noun(), format: formatUnits }),
};

export function measureWords(measure: Measure): MeasureWords {
  return MEASURES[measure]();
}

/** Returns, for example, "about 120, likely 80–190". */
export function whatIfRange({ expected, low80, high80 }: OutcomeRange, format: Format): string {
  const range = formatRange(low80, high80, format);
  return m.whatif_range({ expected: format(expected), range });
}

export function axisLabel({ study }: WhatIfSliders, axis: WhatIfAxis): string {
  const isMoney = study.economics.listPrice > 0;
  const labels: Readonly<Record<WhatIfAxis, () => string>> = {
    week: m.whatif_week,
    price: isMoney ? m.whatif_price : m.whatif_price_share,
    spend: m.whatif_spend,
    stock: m.whatif_stock,
  };
  return labels[axis]();
}

/** Returns what a value of the decision is. */
export function partLabel(own: OwnPlan, part: DecisionPart): string {
  if (part === 'channel') return m.whatif_channel();
  if (part === 'promotion') return m.whatif_promotion();
  return own.sliders ? axisLabel(own.sliders, part === 'day' ? 'week' : part) : '';
}

/** Returns the ends between which a number can be entered, in the units shown, and the words that say so. */
export function triedEnds(
  { study }: WhatIfSliders,
  axis: 'price' | 'spend' | 'stock',
): { readonly low: number; readonly high: number; readonly words: string } {
  if (axis === 'stock') return { low: 1, high: Infinity, words: m.whatif_enter_stock() };
  const grid = axis === 'price' ? study.priceFactors : study.adSpends;
  const perUnit = axis === 'price' ? pricePerFactor(study) : 1;
  const format = axis === 'price' ? priceFormat(study) : formatMoney;
  const [low, high] = [grid[0]! * perUnit, grid.at(-1)! * perUnit];
  const words = m.whatif_enter_between({ low: format(low), high: format(high) });
  return { low: low - CENT, high: high + CENT, words };
}

/** Returns the value of a slider, short enough for a label next to the dot. */
export function placeWords({ study, choice }: WhatIfSliders, axis: WhatIfAxis): string {
  if (axis === 'week') return formatShortDay(study.weeks[choice.weekIndex]);
  if (axis === 'price') return priceFormat(study)(choice.priceFactor * pricePerFactor(study));
  return axis === 'spend' ? formatMoney(choice.adSpend) : formatCount(choice.stockUnits);
}

/** Returns, for example, "42.00: profit about 2,250, likely 1,320–3,310". */
export function valueWords(sliders: WhatIfSliders, axis: WhatIfAxis): string {
  const { measure, figures } = sliders;
  const { noun, format } = measureWords(measure);
  const range = figures.outcome[measure] ?? figures.outcome.units;
  const place = placeWords(sliders, axis);
  return m.whatif_value_text({ place, measure: noun, range: whatIfRange(range, format) });
}

/** Lists all chosen values, in the order of the sliders. */
export function choiceWords(sliders: WhatIfSliders): readonly string[] {
  const { study, choice } = sliders;
  return [
    formatWeekday(study.weeks[choice.weekIndex]),
    ...priceWords(sliders),
    ...(Number.isNaN(choice.adSpend)
      ? []
      : [m.whatif_ads({ amount: formatMoney(choice.adSpend) })]),
    m.whatif_first_stock({ pieces: pieceWords(choice.stockUnits) }),
  ];
}

/** Returns the chosen price, or its share of the list price; nothing where no amount is known and none can be chosen. */
function priceWords(sliders: WhatIfSliders): string[] {
  const { economics, priceFactors } = sliders.study;
  const price = placeWords(sliders, 'price');
  if (economics.listPrice > 0) return [m.whatif_pays({ price })];
  return priceFactors.length > 1 ? [price] : [];
}

/** Returns the ticks of an axis; the drawing leaves out those without room. */
export function curveTicks(sliders: WhatIfSliders, axis: WhatIfAxis): readonly Tick[] {
  const { ticks, min, max } = sliders.scale(axis);
  if (axis === 'week') {
    const months = Array.from({ length: 13 }, (_, i) => monthStart(min, 1 + i));
    return months
      .filter((day) => day <= max)
      .map((at) => ({ at, text: formatMonthName(at), anchor: 'middle' }));
  }
  const formats = {
    price: roundPriceFormat(sliders.study),
    spend: formatMoney,
    stock: formatCount,
  };
  const words = axisFormat(formats[axis], ticks);
  return ticks.map((at) => ({ at, text: words(at), anchor: 'middle' }));
}

function priceFormat({ economics }: WhatIfSliders['study']): Format {
  return economics.listPrice > 0 ? formatPrice : formatPercent;
}

/** Returns the price format for titles and axes. */
export function roundPriceFormat({ economics }: WhatIfSliders['study']): Format {
  return economics.listPrice > 0 ? formatMoney : formatPercent;
}
