// What training, planning, explaining and studying put on their tables of selling events.

import { marketEvents } from '#core/events/market-events.ts';
import {
  sellingEventsChoice,
  type SellingEventsChoice,
} from '#core/events/selling-events-choice.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import type { DatasetSummary } from '#storage/datasets.ts';

/** The launches with how well titles suit what people of the market buy for. Asks for what is read of names, where that is. */
export function withEvents(
  table: LaunchTable,
  { market, editsByTitle }: SellingEventsChoice,
): LaunchTable {
  if (market === null) return table;
  return { ...table, events: marketEvents(market, table.embeddings, editsByTitle) };
}

/** What is to be learnt with. */
export function eventsChosen(dataset: DatasetSummary): SellingEventsChoice {
  return sellingEventsChoice(dataset, browserLanguage());
}

/** What a model is to be asked with: the market that it learnt, whatever was chosen since, and all that is said by now. */
export function eventsOfModel(
  { encoding }: Pick<TrainedModel, 'encoding'>,
  dataset: DatasetSummary,
): SellingEventsChoice {
  return { ...eventsChosen(dataset), market: encoding.basis.market };
}

/** Node before 21 has none. */
function browserLanguage(): string | undefined {
  return (globalThis as { readonly navigator?: { readonly language: string } }).navigator?.language;
}
