import type { Market } from '#core/launch/events/markets.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { withEvents } from '../model/inputs/dataset-events.ts';
import type { NamesInNode } from './names-in-node.ts';

interface AppReading {
  /** undefined: names are read by their letters only. */
  readonly language?: NamesInNode | undefined;
  /** null or undefined: no sales events beyond those that the table has. */
  readonly market?: Market | null | undefined;
  /** Titles of products that are to be planned with the launches. */
  readonly moreTitles?: readonly string[];
}

/** Returns the launches with embeddings of their names and with sales events, as the app reads them. */
export async function readAsApp(
  table: LaunchTable,
  { language, market = null, moreTitles }: AppReading,
): Promise<LaunchTable> {
  const named = language ? await language.on(table, moreTitles) : table;
  return withEvents(named, { market, editsByTitle: {} });
}
