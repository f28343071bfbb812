// Sales events that training, planning, explaining and studying add to their tables.

import { marketEvents } from '#core/launch/events/market-events.ts';
import {
  sellingEventsChoice,
  type SellingEventsChoice,
} from '#core/launch/events/selling-events-choice.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';

/**
 * Returns the launches with how well their titles suit the market's sales events, by the embeddings of names where
 * there are any.
 */
export function withEvents(
  table: LaunchTable,
  { market, editsByTitle }: SellingEventsChoice,
): LaunchTable {
  if (market === null) return table;
  return { ...table, events: marketEvents(market, table.embeddings, editsByTitle) };
}

/** Returns the sales events to train with. */
export function eventsChosen(dataset: DatasetSummary): SellingEventsChoice {
  return sellingEventsChoice(dataset, browserLanguage());
}

/**
 * Returns the sales events to predict with: the market that the model learnt, whatever was chosen since, with all
 * current edits.
 */
export function eventsOfModel(
  { encoding }: Pick<TrainedModel, 'encoding'>,
  dataset: DatasetSummary,
): SellingEventsChoice {
  return { ...eventsChosen(dataset), market: encoding.basis.market };
}

/** undefined in Node before 21. */
function browserLanguage(): string | undefined {
  return (globalThis as { readonly navigator?: { readonly language: string } }).navigator?.language;
}
