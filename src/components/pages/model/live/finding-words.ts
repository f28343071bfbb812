import {
  FORECAST_UNITS,
  type ForecastFinding,
  type TrainingFinding,
} from '#core/model/training/training-finding.ts';
import { m } from '#messages';
import type { RangeRow } from '#components/charts/geometry/range-row.ts';
import { formatDay } from '#components/words/dates.ts';
import { formatCount, formatPercent, formatUnits } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { looksFact } from '../looks-words.ts';
import { meaningFact } from '../reading-words.ts';
import { methodWords, type MedianOptions } from '../training-words.ts';

/** Returns what a training found out about names and pictures, as a name and a sentence each. */
export function inputFindings(
  findings: readonly TrainingFinding[],
): { readonly name: string; readonly text: string }[] {
  return findings.flatMap((finding) => {
    if (finding.kind !== 'input') return [];
    const { input, score } = finding;
    const [name, text] =
      input === 'meaning'
        ? [m.model_found_meaning(), meaningFact({ meaning: score })]
        : [m.model_found_looks(), looksFact({ looks: score })];
    return text ? [{ name, text }] : [];
  });
}

/** Returns the forecasts that were judged so far as rows, in the order in which they came. */
export function forecastRows(
  findings: readonly TrainingFinding[],
  options: MedianOptions,
): RangeRow[] {
  return findings
    .filter((finding) => finding.kind === 'forecast')
    .map((finding, i) => ({
      key: String(i),
      label: methodWords(finding.by, options),
      note: placeWords(finding),
      range: finding.came,
      text: formatPercent(finding.wape),
      remark: formatRange(finding.came.low80, finding.came.high80, formatUnits),
      tone: finding.by === 'debut' ? 'plan' : 'habit',
    }));
}

const PLACES: Readonly<
  Record<
    ForecastFinding['on'],
    (facts: { readonly day: string; readonly launches: string }) => string
  >
> = {
  backtest: m.model_found_backtest,
  newest: m.model_found_newest,
  test: m.model_found_test,
};

function placeWords({ on, firstDay, judgedOn }: ForecastFinding): string {
  return PLACES[on]({ day: formatDay(firstDay), launches: formatCount(judgedOn) });
}

/** Size of the forecast that ranges are told of. */
export function forecastUnits(): string {
  return formatUnits(FORECAST_UNITS);
}
