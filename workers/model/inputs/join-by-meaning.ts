// Search terms and niches that mean nearly the same as categories which words join to none.

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
import { readWhole } from '#workers/text/read-names.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { usesLanguageModel } from './dataset-names.ts';

/** Titles of a category that are read, spread over all. */
const MOST_TITLES = 20;

/** What is to be joined, and by which texts. */
interface Wanted {
  readonly categories: readonly CategoryTitles[];
  readonly names: readonly string[];
  /** Whether words join a category to a name. */
  readonly isWorded: (category: string) => boolean;
}

/**
 * Finds what stands for categories by meaning, and stores it. Only with a language model that is allowed and on this device:
 * nothing is downloaded. Without it, what is stored stays. Throws AppError dataset-missing where the data set is gone.
 */
export async function joinByMeaning(datasetId: number, job: Job, host: ModelHost): Promise<void> {
  const [demand, table, products] = await Promise.all([
    ...([loadDemand(datasetId), loadHistory(datasetId)] as const),
    loadProducts(datasetId),
  ]);
  const terms = termsWanted(demand, table);
  const niches = nichesWanted(demand, table, products);
  const texts = [...new Set([terms, niches].flatMap(textsOf))].filter((text) => text !== '');
  const embeddings = await read(texts, { datasetId, job, host });
  if (!embeddings) return;
  await saveMeaning(datasetId, {
    terms: found(terms, embeddings),
    niches: found(niches, embeddings),
  });
}

/** Categories whose demand is foreseen. */
function termsWanted({ own, files }: StoredDemand, table: LaunchTable): Wanted {
  const joins = categoryTerms({ own, files, categories: table.category });
  const worded = new Set(joins.flatMap(({ category, term }) => (term === null ? [] : [category])));
  const titled = titlesOf(
    joins.map(({ category }) => category),
    table,
  );
  const names = [...searchedSeries(files).keys()].filter((term) => term !== '');
  return { categories: titled, names, isWorded: (category) => worded.has(category) };
}

/** All categories: of launches, of weekly demand, and of products never sold before. */
function nichesWanted(
  { own, files }: StoredDemand,
  table: LaunchTable,
  products: readonly NewProduct[],
): Wanted {
  const niches = knownNiches(files);
  const all = [
    ...table.category,
    ...(own?.series.map(({ name }) => name) ?? []),
    ...products.map(({ category }) => category),
  ];
  const categories = [...new Set(all)].filter((category) => category !== '');
  const joined = joinNiches(categories, niches);
  const worded = new Set(categories.filter((_, i) => joined[i]));
  return {
    categories: titlesOf(categories, table, products),
    names: niches.map(({ name }) => name),
    isWorded: (category) => worded.has(category),
  };
}

/** Returns categories with the distinct titles of their launches and products: at most 20 of each, spread over all. */
function titlesOf(
  categories: readonly string[],
  table: LaunchTable,
  products: readonly NewProduct[] = [],
): CategoryTitles[] {
  const titles = new Map(categories.map((category) => [category, new Set<string>()]));
  table.category.forEach((category, row) => titles.get(category)?.add(table.title[row]!));
  for (const { category, title } of products) titles.get(category)?.add(title);
  return categories.map((category) => {
    const all = [...titles.get(category)!];
    const every = Math.max(1, Math.ceil(all.length / MOST_TITLES));
    return { category, titles: all.filter((_, i) => i % every === 0) };
  });
}

/** Returns the texts to read; none where nothing can be found. */
function textsOf(wanted: Wanted): string[] {
  const { categories, names } = wanted;
  if (!canBeFound(wanted)) return [];
  return [...names, ...categories.flatMap(({ category, titles }) => [category, ...titles])];
}

function canBeFound({ categories, names, isWorded }: Wanted): boolean {
  if (names.length === 0 || names.length > MOST_NAMES) return false;
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

/** Returns embeddings; undefined where the language model is declined or not on this device. */
async function read(
  texts: readonly string[],
  { datasetId, job, host }: Reading,
): Promise<TextEmbeddings | undefined> {
  if (texts.length === 0) return new Map();
  if (!(await usesLanguageModel())) return undefined;
  const missing = await host.language.missing(filesToRead(texts.some(hasChinese)));
  if (missing.length > 0) return undefined;
  const engine = await host.openEngine((await loadSetting('computePreference')) ?? 'auto');
  const { embeddings } = await readWhole(texts, {
    source: host.language,
    store: {
      load: () => loadEmbeddings(datasetId),
      keep: (chunk) => saveEmbeddings(datasetId, chunk),
    },
    ...{ engine, mayFetch: false, stop: job.signal },
    pause: stoppable(() => host.pause(), job.signal),
  });
  return embeddings;
}
