// Search terms and niches that mean nearly the same as categories which words join to none.

import { AppError } from '#core/base/errors.ts';
import { categoryTitles, MOST_CATEGORIES } from '#core/demand/market/category-titles.ts';
import { categoryTerms, searchedSeries } from '#core/demand/market/known-demand.ts';
import {
  joinsByMeaning,
  MOST_NAMES,
  type CategoryTitles,
  type JoinsByMeaning,
} from '#core/demand/market/joins-by-meaning.ts';
import { joinNiches } from '#core/demand/niche/join-niches.ts';
import { knownNiches } from '#core/demand/niche/known-niches.ts';
import { hasChinese } from '#core/base/text/chinese.ts';
import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { filesToRead } from '#core/model/text/language-files.ts';
import type { Job } from '#protocol/job.ts';
import { loadDemand, saveMeaning, type StoredDemand } from '#storage/data/demand.ts';
import { loadEmbeddings, saveEmbeddings } from '#storage/data/embeddings.ts';
import { loadProducts } from '#storage/data/products.ts';
import { loadSetting } from '#storage/app/settings.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import { stoppable } from '#workers/runtime/breathe.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readWhole } from '#workers/text/read-names.ts';
import { knownEmbeddings } from '#workers/text/read-texts.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { usesLanguageModel } from './dataset-names.ts';

/** What is to be joined, and by which texts. */
interface Wanted {
  readonly categories: readonly CategoryTitles[];
  readonly names: readonly string[];
  /** Whether words join a category to a name. */
  readonly isWorded: (category: string) => boolean;
}

/**
 * Finds what stands for categories by meaning, and stores it. Texts that were not read before are read only with a language model
 * that is on this device, and where an engine starts: nothing is downloaded. Without them, or where the language model is declined,
 * what is stored stays. Reports the texts read, and nothing where all are known. Throws AppError dataset-missing where the data set
 * is gone.
 */
export async function joinByMeaning(datasetId: number, job: Job, host: ModelHost): Promise<void> {
  const [demand, table, products] = await Promise.all([
    ...([loadDemand(datasetId), loadHistory(datasetId)] as const),
    loadProducts(datasetId),
  ]);
  const given = { demand, table, products };
  const basis = { ...given, all: allCategories(given) };
  const terms = termsWanted(basis);
  const niches = nichesWanted(basis);
  const texts = [...new Set([terms, niches].flatMap(textsOf))].filter((text) => text !== '');
  const embeddings = await read(texts, { datasetId, job, host });
  if (!embeddings) return;
  await saveMeaning(datasetId, {
    terms: found(terms, embeddings),
    niches: found(niches, embeddings),
  });
}

interface Basis {
  readonly demand: StoredDemand;
  readonly table: LaunchTable;
  readonly products: readonly NewProduct[];
  /** All categories: of launches, of weekly demand, and of products never sold before. */
  readonly all: readonly string[];
}

function allCategories({ demand, table, products }: Omit<Basis, 'all'>): string[] {
  const all = [
    ...table.category,
    ...(demand.own?.series.map(({ name }) => name) ?? []),
    ...products.map(({ category }) => category),
  ];
  return [...new Set(all)].filter((category) => category !== '');
}

/** Categories whose demand is foreseen. */
function termsWanted({ demand: { own, files }, table, all }: Basis): Wanted {
  const joins = categoryTerms({ own, files, categories: table.category });
  const worded = new Set(joins.flatMap(({ category, term }) => (term === null ? [] : [category])));
  const names = [...searchedSeries(files).keys()].filter((term) => term !== '');
  const categories = joins.map(({ category }) => category);
  return {
    categories: categoryTitles(categories, launchesOf(table), all.length),
    ...{ names, isWorded: (category) => worded.has(category) },
  };
}

function nichesWanted({ demand, table, products, all }: Basis): Wanted {
  const niches = knownNiches(demand.files);
  const joined = joinNiches(all, niches);
  const worded = new Set(all.filter((_, i) => joined[i]));
  return {
    categories: categoryTitles(all, [...launchesOf(table), ...products]),
    names: niches.map(({ name }) => name),
    isWorded: (category) => worded.has(category),
  };
}

function launchesOf({ category, title }: LaunchTable): { category: string; title: string }[] {
  return category.map((name, row) => ({ category: name, title: title[row]! }));
}

/** Returns the texts to read; none where nothing can be found. */
function textsOf(wanted: Wanted): string[] {
  const { categories, names } = wanted;
  if (!canBeFound(wanted)) return [];
  return [...names, ...categories.flatMap(({ category, titles }) => [category, ...titles])];
}

function canBeFound({ categories, names, isWorded }: Wanted): boolean {
  if (names.length === 0 || names.length > MOST_NAMES) return false;
  if (categories.length > MOST_CATEGORIES) return false;
  return categories.some(({ category }) => !isWorded(category));
}

function found(wanted: Wanted, embeddings: TextEmbeddings): JoinsByMeaning {
  if (!canBeFound(wanted)) return {};
  const joins = joinsByMeaning(wanted.categories, wanted.names, embeddings);
  return Object.fromEntries(
    Object.entries(joins).filter(([category]) => !wanted.isWorded(category)),
  );
}

interface Reading {
  readonly datasetId: number;
  readonly job: Job;
  readonly host: ModelHost;
}

/** Returns embeddings; undefined where the language model is declined, or where texts are new and cannot be read here. */
async function read(
  texts: readonly string[],
  reading: Reading,
): Promise<TextEmbeddings | undefined> {
  if (texts.length === 0) return new Map();
  if (!(await usesLanguageModel())) return undefined;
  const { datasetId, job, host } = reading;
  const pause = stoppable(() => host.pause(), job.signal);
  const known = await knownEmbeddings(texts, { load: () => loadEmbeddings(datasetId) }, pause);
  const unknown = texts.filter((text) => !known.has(text));
  if (unknown.length === 0) return known;
  const missing = await host.language.missing(filesToRead(unknown.some(hasChinese)));
  if (missing.length > 0) return undefined;
  const embeddings = await readUnknown(unknown, reading).catch(unlessWithoutEngine);
  return embeddings && new Map([...known, ...embeddings]);
}

async function readUnknown(
  texts: readonly string[],
  { datasetId, job, host }: Reading,
): Promise<TextEmbeddings | undefined> {
  const paced = new ThrottledJob(job);
  const tell = (done: number) => paced.report({ phase: 'read', done, total: texts.length });
  tell(0); // the engine may take long to open
  const engine = await host.openEngine((await loadSetting('computePreference')) ?? 'auto');
  const { embeddings } = await readWhole(texts, {
    source: host.language,
    store: {
      load: () => Promise.resolve([]),
      keep: (chunk) => saveEmbeddings(datasetId, chunk),
    },
    ...{ engine, mayFetch: false, stop: job.signal, onRead: tell },
    pause: stoppable(() => host.pause(), job.signal),
  });
  return embeddings;
}

/** Says nothing where no engine starts, or the GPU fails: the page that asks needs none, and joins by words remain. */
function unlessWithoutEngine(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'backend-unavailable') return undefined;
  throw error;
}
