import { contentKey } from '#core/base/bytes/fingerprint.ts';
import {
  isChangedSince,
  type RecordChange,
  type RecordConflict,
} from '#core/base/record-change.ts';
import type { MeaningFound } from '#core/demand/market/joins-by-meaning.ts';
import type { TermChoices } from '#core/demand/market/join-terms.ts';
import { termsByMeaning } from '#core/demand/market/known-demand.ts';
import type { NicheChoices } from '#core/demand/niche/join-niches.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';
import type { DemandRecord } from '../database/records.ts';
import type { UndoOptions } from '../database/undo-changes.ts';
import { inDataset } from './datasets.ts';

export type MarketFiles = readonly MarketFile[];

/** What is known of demand by week. */
export interface StoredDemand {
  /** Weekly units of the shop's categories; null where no order lines were imported. */
  readonly own: DemandPanel | null;
  /** Market data files, oldest first. */
  readonly files: MarketFiles;
  readonly choices: TermChoices;
  readonly nicheChoices: NicheChoices;
  /** Absent where the language model found nothing. */
  readonly meaning?: MeaningFound | undefined;
}

/** Loads what is known of demand; nothing where the data set is gone. */
export function loadDemand(datasetId: number): Promise<StoredDemand> {
  return withStorage(async () => {
    const stored = await readDemand(datasetId);
    const { own = null, files, choices = {}, nicheChoices = {}, meaning } = stored;
    return { own, files, choices, nicheChoices, ...(meaning && { meaning }) };
  });
}

/**
 * Returns the content key of what models can learn of demand: own weeks, series of searches, and which term stands for
 * which category, as chosen and by meaning. null where neither weeks nor series are known. Models learn nothing of niches.
 */
export function demandKey({ own, files, choices, meaning }: StoredDemand): number | null {
  const series = files.flatMap((file) => ('series' in file ? file.series : []));
  if (series.length === 0) return own === null ? null : contentKey(own);
  const meant = termsByMeaning({ files, choices, meaning });
  const isMeant = Object.keys(meant).length > 0;
  return contentKey({ own, series, choices, ...(isMeant && { meant }) });
}

/** Loads the content key of what models can learn of demand. */
export async function loadDemandKey(datasetId: number): Promise<number | null> {
  return demandKey(await loadDemand(datasetId));
}

/**
 * Returns the content key of what plans for categories never sold rest on: niches and their offers, and which niche stands
 * for which category. null where no niche is known.
 */
export function nichesKey({ files, nicheChoices, meaning }: StoredDemand): number | null {
  const niches = files.filter(({ kind }) => kind === 'niches' || kind === 'niche-products');
  if (niches.length === 0) return null;
  return contentKey({ niches, nicheChoices, meant: meaning?.niches ?? {} });
}

/** Loads the content key of what plans for categories never sold rest on. */
export async function loadNichesKey(datasetId: number): Promise<number | null> {
  return nichesKey(await loadDemand(datasetId));
}

/**
 * Adds a market data file; one of the same kind and file name is replaced. Throws AppError dataset-missing where the
 * data set is gone.
 */
export function addMarketFile(datasetId: number, file: MarketFile): Promise<void> {
  return inDataset(datasetId, [database.demand], async () => {
    const stored = await readDemand(datasetId);
    const others = stored.files.filter(
      ({ kind, fileName }) => kind !== file.kind || fileName !== file.fileName,
    );
    await database.demand.put({ ...stored, files: [...others, file] });
  });
}

/** Removes the file at a place; does nothing where there is none. Throws AppError dataset-missing. */
export function removeMarketFile(
  datasetId: number,
  place: number,
): Promise<RecordChange<MarketFiles> | null> {
  return inDataset(datasetId, [database.demand], async () => {
    const stored = await readDemand(datasetId);
    const before = stored.files;
    if (!before[place]) return null;
    const after = before.filter((_, i) => i !== place);
    await database.demand.put({ ...stored, files: after });
    return { id: datasetId, before, after };
  });
}

/**
 * Undoes a change of the files. Throws AppError dataset-missing where the data set is gone.
 * Returns null, or a conflict where another tab has changed the files since; then nothing is done, unless forced.
 * @param change its ID is that of the data set
 */
export function undoMarketFiles(
  { id: datasetId, before, after }: RecordChange<MarketFiles>,
  { isForced = false }: UndoOptions = {},
): Promise<RecordConflict<MarketFiles> | null> {
  return inDataset(datasetId, [database.demand], async () => {
    const stored = await readDemand(datasetId);
    const now = stored.files;
    if (!isForced && isChangedSince({ before, after }, now))
      return { id: datasetId, before, after, now };
    await database.demand.put({ ...stored, files: before ?? [] });
    return null;
  });
}

/**
 * Changes which terms stand for categories. Throws AppError dataset-missing where the data set is gone.
 * @param change returns the choices that are to take the place of these; another window may just have changed them
 */
export function changeTermChoices(
  datasetId: number,
  change: (choices: TermChoices) => TermChoices,
): Promise<void> {
  return inDataset(datasetId, [database.demand], async () => {
    const stored = await readDemand(datasetId);
    await database.demand.put({ ...stored, choices: change(stored.choices ?? {}) });
  });
}

/**
 * Changes which niches stand for categories. Throws AppError dataset-missing where the data set is gone.
 * @param change returns the choices that are to take the place of these; another window may just have changed them
 */
export function changeNicheChoices(
  datasetId: number,
  change: (choices: NicheChoices) => NicheChoices,
): Promise<void> {
  return inDataset(datasetId, [database.demand], async () => {
    const stored = await readDemand(datasetId);
    await database.demand.put({ ...stored, nicheChoices: change(stored.nicheChoices ?? {}) });
  });
}

/**
 * Replaces the joins that were found by meaning, unless they are the same. Throws AppError dataset-missing where the data
 * set is gone.
 */
export function saveMeaning(datasetId: number, found: MeaningFound): Promise<void> {
  return inDataset(datasetId, [database.demand], async () => {
    const { meaning = NOTHING_FOUND, ...stored } = await readDemand(datasetId);
    if (contentKey(meaning) === contentKey(found)) return;
    const isFound = Object.keys({ ...found.terms, ...found.niches }).length > 0;
    await database.demand.put({ ...stored, ...(isFound && { meaning: found }) });
  });
}

const NOTHING_FOUND: MeaningFound = { terms: {}, niches: {} };

async function readDemand(datasetId: number): Promise<DemandRecord> {
  return (await database.demand.get(datasetId)) ?? { datasetId, files: [] };
}
