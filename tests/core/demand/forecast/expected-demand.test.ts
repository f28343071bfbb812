import { describe, expect, it } from 'vitest';
import { demandIndex } from '#core/demand/forecast/expected-demand.ts';
import { demandOutlooks } from '#core/demand/forecast/demand-outlook.ts';
import { smoothHistory } from '#core/demand/forecast/seasonal-columns.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import { sameTimeOfYear } from '#core/demand/series/same-week.ts';

function panelOf(...series: (readonly number[])[]): DemandPanel {
  const named = series.map((units, i) => ({ name: `${i}`, units: Float64Array.from(units) }));
  return { firstDay: 4, weekCount: series[0]!.length, series: named };
}

function indexOf(panel: DemandPanel) {
  return demandIndex(panel, demandOutlooks(panel, { sameWeek: sameTimeOfYear })!.fit);
}

const wave = (weeks: number, size: number) =>
  Array.from({ length: weeks }, (_, week) =>
    Math.exp(4 + size * Math.cos((week * 2 * Math.PI) / 52.18)),
  );

describe('demandIndex', () => {
  it('is 0 where nothing changes', () => {
    const [flat] = indexOf(panelOf(new Array<number>(60).fill(8))).series;
    expect(flat!.logs).toHaveLength(112);
    for (const log of flat!.logs) expect(log).toBeCloseTo(0, 6);
  });

  it('foresees the season of weeks to come', () => {
    const { series } = indexOf(panelOf(wave(120, 0.7), wave(120, 0.6)));
    const { logs } = series[0]!;
    // Week 156 is a peak, week 130 a dip.
    expect(logs[155]! - logs[130]!).toBeGreaterThan(0.7);
  });

  it('tells of a past week only what was known before it', () => {
    const known = wave(120, 0.7);
    const later = known.map((units, week) => (week < 90 ? units : units * 9));
    const { fit } = demandOutlooks(panelOf(known), { sameWeek: sameTimeOfYear })!;
    const stepOf = (units: readonly number[]) => {
      const own = [Float64Array.from(units, Math.log1p)];
      const history = { own, market: [null], sameWeek: sameTimeOfYear };
      const smoothed = smoothHistory(history, fit.rate);
      const { logs } = demandIndex(panelOf(units), { ...fit, smoothed }).series[0]!;
      return logs[89]! - logs[40]!;
    };
    expect(stepOf(later)).toBeCloseTo(stepOf(known), 5);
  });
});
