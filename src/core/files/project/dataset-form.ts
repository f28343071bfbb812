// The form of a data set's record: its source, how it was imported, and its overview.

import type { ImportReport } from '#core/import/columns/import-report.ts';
import { isCurrencyCode, type FileCurrencies } from '#core/base/currency.ts';
import type { Issue, IssueKind, Treatment } from '#core/import/csv/issues.ts';
import type { DateOrder } from '#core/import/values/read-date.ts';
import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import { MARKETS } from '#core/launch/events/markets.ts';
import { EVENT_IDS } from '#core/launch/events/selling-events.ts';
import type { SellingEventsSaid } from '#core/launch/events/selling-events-choice.ts';
import type { LaunchOverview } from '#core/import/columns/launch-overview.ts';
import type { SampleLanguage, SampleName } from '#core/launch/sample.ts';
import {
  count,
  exactly,
  finite,
  ifThere,
  finiteOrMissing,
  list,
  moment,
  nullable,
  number,
  object,
  oneIn,
  oneOf,
  record,
  such,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import { FIELD_NAMES, LAUNCH_FIELD_NAMES, type FieldName } from '#core/launch/fields.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import type { FillIns } from '#core/import/recipe/fill-ins.ts';
import type { Recipe } from '#core/import/recipe/recipe.ts';
import { nearDay } from '../form/near-day.ts';
import type { FiledDataset } from './project-records.ts';

const anyFieldName = oneIn(FIELD_NAMES);

export const mappingForm: Form<Mapping> = object<Mapping>({
  fields: fieldsForm(FIELD_NAMES, ifThere(text)),
  attributes: list(text),
});

const issueKind = oneOf<IssueKind>({
  'column-mapped-twice': true,
  'column-missing': true,
  'no-launch-date-column': true,
  'no-outcome-column': true,
  'no-header': true,
  'duplicate-header': true,
  'ragged-row': true,
  'unclosed-quote': true,
  'long-cell': true,
  'undecodable-text': true,
  'parts-not-read': true,
  'nested-columns': true,
  'error-cells': true,
  'formulas-not-calculated': true,
  'cells-far-away': true,
  'unreadable-date': true,
  'ambiguous-date-order': true,
  'unreadable-number': true,
  'number-not-finite': true,
  'negative-number': true,
  'missing-launch-date': true,
  'total-row': true,
  'missing-outcome': true,
  'missing-title': true,
  'blank-ad-spend': true,
  'cost-above-price': true,
  'discount-unclear': true,
  'discount-contradicts': true,
  'alike-titles': true,
  'variant-rows': true,
  'duplicate-row': true,
  'duplicate-id': true,
  'early-launch-date': true,
  'future-launch-date': true,
  'young-launch': true,
  'impossible-value': true,
  'unit-slip': true,
  outlier: true,
  'sentinel-value': true,
  'other-currency': true,
  'converted-currency': true,
  'spelling-variants': true,
  'possible-typos': true,
  'leaking-column': true,
  'same-everywhere': true,
  'dates-without-launch': true,
  'few-launches': true,
  'columns-not-used': true,
  'personal-column-dropped': true,
  'missing-cost': true,
  'rate-missing': true,
  'assumed-currency': true,
  'large-minimum': true,
  'price-ladder': true,
  'variant-costs': true,
  'lowest-price': true,
  'proposed-category': true,
});

const treatment = object<NonNullable<Issue['treatment']>>({
  name: oneOf<Treatment>({
    'set-aside': true,
    empty: true,
    correct: true,
    zero: true,
    merge: true,
    'leave-out': true,
  }),
  isOn: truth,
});

export const issueForm: Form<Issue> = object<Issue>({
  kind: issueKind,
  severity: oneOf({ error: true, warning: true, info: true }),
  field: nullable(anyFieldName),
  column: nullable(text),
  rows: list(count),
  rowCount: count,
  samples: list(text),
  treatment: nullable(treatment),
});

const currencies = object<FileCurrencies>({
  main: text,
  others: list(object<FileCurrencies['others'][number]>({ currency: text, cellCount: count })),
});

const report = object<Omit<ImportReport, 'datasetId'>>({
  name: text,
  rowsRead: count,
  rowsUsed: count,
  rowsSetAside: count,
  mapping: mappingForm,
  currencies: ifThere(nullable(currencies)),
  issues: list(issueForm),
});

const source = object<SourceFacts>({
  id: text,
  headers: list(text),
  rowCount: count,
  issues: list(issueForm),
});

const cells = ifThere(record(text));
const fillIns = object<FillIns>({
  channel: cells,
  promotion: cells,
  adSpend: cells,
  unitCost: cells,
  category: cells,
});

const recipe = object<Recipe>({
  mapping: mappingForm,
  treatments: record(truth),
  dateOrder: nullable(oneOf<DateOrder>({ 'day-first': true, 'month-first': true })),
  currencyRates: record(such(finite, 'a rate above 0', (rate) => rate > 0)),
  horizonDays: ifThere(such(count, 'at most ten years', (days) => days <= LONGEST_HORIZON)),
  soldOnly: ifThere(exactly(true)),
  fillIns: ifThere(fillIns),
});
const LONGEST_HORIZON = 3_660;

const overview = object<LaunchOverview>({
  months: list(object<LaunchOverview['months'][number]>({ firstDay: nearDay, count })),
  units: object<LaunchOverview['units']>({
    bins: list(
      object<LaunchOverview['units']['bins'][number]>({ from: number, to: number, count }),
    ),
    median: finiteOrMissing,
  }),
  known: object<LaunchOverview['known']>({
    fields: fieldsForm(LAUNCH_FIELD_NAMES, count),
    attributes: record(count),
  }),
  channels: list(text),
  categories: list(text),
  brands: list(text),
  attributes: record(list(text)),
});

const events = object<SellingEventsSaid>({
  market: ifThere(nullable(oneIn(MARKETS))),
  editsByTitle: ifThere(record(list(oneIn(EVENT_IDS)))),
});

export const datasetForm: Form<FiledDataset> = object<FiledDataset>({
  id: count,
  sample: nullable(oneOf<SampleName>({ giftware: true, 'demo-shop': true })),
  sampleLanguage: ifThere(oneOf<SampleLanguage>({ en: true, zh: true })),
  importedAt: moment,
  report,
  rowCount: count,
  firstLaunchDay: nearDay,
  lastLaunchDay: nearDay,
  overview: ifThere(overview),
  source: ifThere(source),
  recipe: ifThere(recipe),
  events: ifThere(events),
  currency: ifThere(such(text, 'an ISO 4217 code', isCurrencyCode)),
  keepsPictures: ifThere(truth),
  modelInUse: ifThere(count),
});

/** Accepts an object with a value for each of these fields. */
function fieldsForm<N extends FieldName, T>(
  names: readonly N[],
  form: Form<T>,
): Form<Record<N, T>> {
  const forms: Record<string, Form<T>> = Object.fromEntries(names.map((name) => [name, form]));
  return object<Record<string, T>>(forms);
}
