import type { Market } from '#core/events/markets.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { withEvents } from '../dataset-events.ts';
import type { NamesInNode } from './names-in-node.ts';

interface AppReading {
  /** Not there: names are read by their letters only. */
  readonly language?: NamesInNode | undefined;
  /** null or not there: no selling events, beyond those that the table has. */
  readonly market?: Market | null | undefined;
  /** Of products that are to be planned with the launches. */
  readonly moreTitles?: readonly string[];
}

/** Launches with what the app reads of their names and of the selling events that these suit. */
export async function readAsApp(
  table: LaunchTable,
  { language, market = null, moreTitles }: AppReading,
): Promise<LaunchTable> {
  const named = language ? await language.on(table, moreTitles) : table;
  return withEvents(named, { market, editsByTitle: {} });
}
