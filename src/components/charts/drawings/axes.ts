import { axisX, axisY, gridY, ruleY, type Markish } from '@observablehq/plot';
import { axisFormat } from '#components/words/money.ts';
import { labelScale, labelWidth } from '../geometry/label-width.ts';
import type { Axis } from '../geometry/scale.ts';
import type { Tick } from '../geometry/tick.ts';

const LABEL_GAP = 8;

/** Returns the width in pixels that the numbers of a value axis need. */
export function valueAxisWidth(axis: Axis, format: (value: number) => string): number {
  const texts = axis.ticks.map(axisFormat(format, axis.ticks));
  return Math.ceil(Math.max(...texts.map(labelWidth))) + LABEL_GAP;
}

/** Returns the marks of a value axis: grid lines, numbers, and a stronger line at the base of bars. */
export function valueAxis(axis: Axis, format: (value: number) => string): Markish[] {
  const tickFormat = axisFormat(format, axis.ticks);
  const base = axis.min <= 0 && axis.max >= 0 ? 0 : axis.min;
  return [
    gridY(axis.ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
    ruleY([base], { stroke: 'var(--line-ui)' }),
    axisY(axis.ticks, { tickSize: 0, tickPadding: 6, tickFormat, label: null }),
  ];
}

/** Returns the marks of the labels below the drawing. */
export function placeAxis(ticks: readonly Tick[]): Markish[] {
  const anchors = [...new Set(ticks.map(({ anchor }) => anchor))];
  return anchors.map((textAnchor) => {
    const texts = new Map(
      ticks.filter(({ anchor }) => anchor === textAnchor).map(({ at, text }) => [at, text]),
    );
    return axisX([...texts.keys()], {
      tickSize: 0,
      tickPadding: Math.round(8 * labelScale()),
      tickFormat: (at: number) => texts.get(at) ?? '',
      label: null,
      textAnchor,
    });
  });
}
