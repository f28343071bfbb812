import type { Measure } from '#core/planning/plan/planned-value.ts';
import type { Forecast } from '#core/planning/economics/forecast.ts';
import type { LaunchAction, OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { stockTable, type StockRow } from '#core/planning/what-if/stock-table.ts';
import {
  choiceOf,
  figuresAt,
  withinStudy,
  type WhatIfChoice,
} from '#core/planning/what-if/what-if.ts';
import {
  curveAlong,
  measureOf,
  stockCurve,
  stocksAround,
  type WhatIfAxis,
  type WhatIfCurve,
} from '#core/planning/what-if/what-if-curves.ts';
import { rangeAxis } from '#components/charts/geometry/range-axis.ts';
import type { Axis } from '#components/charts/geometry/scale.ts';
import { sliderScale, type SliderScale } from './slider-scale.ts';

type Curves = Readonly<Record<WhatIfAxis, WhatIfCurve>>;

/**
 * The positions of a plan's sliders and all figures that depend on them. A curve is not recalculated while its own
 * slider moves.
 */
export class WhatIfSliders {
  readonly study: PlanStudy;
  readonly measure: Measure;
  /** The plan's own action. */
  readonly #start: WhatIfChoice;
  readonly #stocks: readonly number[];
  readonly #spanAtStart: Span;
  #weekIndex = $state(0);
  #priceFactor = $state(1);
  #adSpend = $state(NaN);
  #stockUnits = $state(1);

  /**
   * @param action of the plan
   * @param from where the sliders stand at first; absent: at the plan
   */
  constructor(study: PlanStudy, action: LaunchAction, from: LaunchAction = action) {
    this.study = study;
    this.measure = measureOf(study);
    this.#start = choiceOf(study, action);
    this.#stocks = stocksAround(study, this.#start);
    this.#spanAtStart = spanOf(curvesAt(study, this.#start, this.#stocks));
    this.#take(choiceOf(study, from));
  }

  readonly choice: WhatIfChoice = $derived.by(() => ({
    weekIndex: this.#weekIndex,
    priceFactor: this.#priceFactor,
    adSpend: this.#adSpend,
    stockUnits: this.#stockUnits,
  }));

  readonly isAtPlan: boolean = $derived.by(() =>
    Object.entries(this.#start).every(([name, value]) =>
      Object.is(this.choice[name as keyof WhatIfChoice], value),
    ),
  );

  readonly figures: Forecast = $derived.by(() => figuresAt(this.study, this.choice));
  readonly stockRows: readonly StockRow[] = $derived.by(() => stockTable(this.study, this.choice));

  readonly #week = $derived.by(() =>
    curveAlong(this.study, 'week', {
      ...this.#start,
      priceFactor: this.#priceFactor,
      adSpend: this.#adSpend,
      stockUnits: this.#stockUnits,
    }),
  );
  readonly #price = $derived.by(() =>
    curveAlong(this.study, 'price', {
      ...this.#start,
      weekIndex: this.#weekIndex,
      adSpend: this.#adSpend,
      stockUnits: this.#stockUnits,
    }),
  );
  readonly #spend = $derived.by(() =>
    curveAlong(this.study, 'spend', {
      ...this.#start,
      weekIndex: this.#weekIndex,
      priceFactor: this.#priceFactor,
      stockUnits: this.#stockUnits,
    }),
  );
  /**
   * Another week may need more stock than is shown. After returning from it, the chosen stock must stay on its axis.
   */
  readonly #isStockBeyond = $derived.by(() => this.#stockUnits > this.#stocks.at(-1)!);
  readonly #stock = $derived.by(() => {
    const others = {
      ...this.#start,
      weekIndex: this.#weekIndex,
      priceFactor: this.#priceFactor,
      adSpend: this.#adSpend,
    };
    const stocks = this.#isStockBeyond ? stocksAround(this.study, this.choice) : this.#stocks;
    return stockCurve(this.study, others, stocks);
  });

  curve(axis: WhatIfAxis): WhatIfCurve {
    const curves = { week: this.#week, price: this.#price, spend: this.#spend, stock: this.#stock };
    return curves[axis];
  }

  /** Axis of all curves. It covers those of the plan's own action too, so that it seldom moves. */
  readonly yAxis: Axis = $derived.by(() => {
    const now = spanOf({
      week: this.#week,
      price: this.#price,
      spend: this.#spend,
      stock: this.#stock,
    });
    return rangeAxis([this.#spanAtStart, now]);
  });

  scale(axis: WhatIfAxis): SliderScale {
    return sliderScale(this.study, axis, this.#stock.x.at(-1)!);
  }

  /**
   * Returns the expected value at the sliders' positions. On the stock axis, units are those that the stock allows to
   * be sold.
   */
  expectedOn(axis: WhatIfAxis): number {
    const { outcome, odds } = this.figures;
    if (this.measure !== 'units') return outcome[this.measure]!.expected;
    return axis === 'stock' ? odds.sellThrough * this.#stockUnits : outcome.units.expected;
  }

  move(axis: WhatIfAxis, place: number): void {
    if (Number.isFinite(place)) this.#take(this.scale(axis).moved(this.choice, place));
  }

  /** Changes values of the choice; those beyond the study come to its ends. */
  choose(change: Partial<WhatIfChoice>): void {
    this.#take(withinStudy(this.study, { ...this.choice, ...change }));
  }

  reset(): void {
    this.#take(this.#start);
  }

  #take({ weekIndex, priceFactor, adSpend, stockUnits }: WhatIfChoice): void {
    this.#weekIndex = weekIndex;
    this.#priceFactor = priceFactor;
    this.#adSpend = adSpend;
    this.#stockUnits = stockUnits;
  }
}

function curvesAt(study: PlanStudy, choice: WhatIfChoice, stocks: readonly number[]): Curves {
  return {
    week: curveAlong(study, 'week', choice),
    price: curveAlong(study, 'price', choice),
    spend: curveAlong(study, 'spend', choice),
    stock: stockCurve(study, choice, stocks),
  };
}

type Span = Pick<OutcomeRange, 'low80' | 'high80'>;

function spanOf(curves: Curves): Span {
  const all = Object.values(curves);
  const known = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value));
  return {
    low80: Math.min(...all.flatMap(({ low80 }) => known(low80))),
    high80: Math.max(...all.flatMap(({ high80 }) => known(high80))),
  };
}
