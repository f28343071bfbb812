import type { MeaningFound } from '#core/demand/market/joins-by-meaning.ts';
import type { DemandPanel, DemandSeries } from '#core/demand/series/demand-panel.ts';
import {
  count,
  ifThere,
  list,
  numbersOrMissing,
  object,
  record,
  such,
  text,
  type Form,
} from '../form/form.ts';
import { marketFileForm } from './market-file-form.ts';
import { nearDay } from '../form/near-day.ts';
import type { FiledDemand } from './project-records.ts';

const panel = such(
  object<DemandPanel>({
    ...{ firstDay: nearDay, weekCount: count },
    series: list(object<DemandSeries>({ name: text, units: numbersOrMissing(Float64Array) })),
  }),
  'units of each week',
  ({ weekCount, series }) => series.every(({ units }) => units.length === weekCount),
);

export const demandForm: Form<FiledDemand> = object<FiledDemand>({
  ...{ own: ifThere(panel), files: list(marketFileForm), choices: ifThere(record(text)) },
  nicheChoices: ifThere(record(text)),
  meaning: ifThere(object<MeaningFound>({ terms: record(text), niches: record(text) })),
});
