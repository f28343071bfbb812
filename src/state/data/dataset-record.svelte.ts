import { createContext } from 'svelte';
import { isEditedSince } from '#core/launch/events/planned-events.ts';
import { eventsKey, sellingEventsChoice } from '#core/launch/events/selling-events-choice.ts';
import type { LaunchOverview } from '#core/import/columns/launch-overview.ts';
import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { launchedEntries, withoutLaunched } from '#core/ledger/entries/launched-products.ts';
import { localDay } from '#core/base/dates.ts';
import { isOfSameKind } from '#core/import/columns/unknown-values.ts';
import { bestFirst } from '#core/planning/plan/planned-value.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { UnfinishedRun } from '#core/model/training/unfinished-run.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import type { DatasetSummary, FileState } from '#storage/data/datasets.ts';
import { browserLanguage } from '../base/browser-language.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadFileState, loadOverview } = later(() => import('#storage/data/datasets.ts'));
const { loadTrainingReport } = later(() => import('#storage/model/trainings.ts'));
const { loadRanking } = later(() => import('#storage/plan/plans.ts'));
const { loadProducts } = later(() => import('#storage/data/products.ts'));
const { loadEditedLaunchTitles } = later(() => import('#storage/data/selling-events.ts'));
const { loadUnfinishedRun } = later(() => import('#storage/model/training-runs.ts'));
const { loadCalendars } = later(() => import('#storage/plan/seasons.ts'));
const { countResults } = later(() => import('#storage/plan/load-history.ts'));
const { loadOutcomesKey } = later(() => import('#storage/data/reviews.ts'));
const { loadOrdersKey } = later(() => import('#storage/data/order-studies.ts'));
const { loadDemandKey, loadNichesKey } = later(() => import('#storage/data/demand.ts'));
const { loadLedger } = later(() => import('#storage/plan/ledger.ts'));

const ports = {
  loadFileState,
  loadOverview,
  loadTrainingReport,
  loadRanking,
  loadProducts,
  loadEditedLaunchTitles,
  loadUnfinishedRun,
  loadCalendars,
  countResults,
  loadLedger,
  loadOutcomesKey,
  loadDemandKey,
  loadNichesKey,
  loadOrdersKey,
  now: () => Date.now(),
};
export type RecordPorts = typeof ports;

/**
 * Why the model is out of date: launches read in another way, other sales events (selling events in code), new results of
 * adopted plans, or other reviews.
 */
interface ModelChange {
  readonly cause: 'launches' | 'events' | 'results' | 'reviews' | 'demand';
  /** Number of launches that the model was trained on (`before`), and of those there are now (`after`). */
  readonly before: number;
  readonly after: number;
}

/**
 * What is stored about the data set on screen. Everywhere, undefined means not known yet, and null means that there is
 * none.
 */
export class DatasetRecord {
  readonly #current: () => DatasetSummary | null | undefined;
  readonly #ports: RecordPorts;

  constructor(current: () => DatasetSummary | null | undefined, withPorts: RecordPorts = ports) {
    this.#current = current;
    this.#ports = withPorts;
  }

  readonly #id: number | undefined = $derived.by(() => this.#current()?.id);

  readonly #queries = $derived.by(() => {
    const id = this.#id;
    if (id === undefined) return null;
    const { loadOverview, loadTrainingReport, loadRanking, loadProducts } = this.#ports;
    const { loadEditedLaunchTitles, loadUnfinishedRun, countResults } = this.#ports;
    const { loadCalendars, loadFileState, loadLedger, loadOutcomesKey, loadDemandKey } =
      this.#ports;
    return {
      file: query(() => loadFileState(id)),
      overview: query(() => loadOverview(id)),
      report: query(async () => (await loadTrainingReport(id)) ?? null),
      ranking: query(async () => (await loadRanking(id)) ?? null),
      products: query(() => loadProducts(id)),
      editedTitles: query(() => loadEditedLaunchTitles(id)),
      resultCount: query(() => countResults(id)),
      calendars: query(() => loadCalendars(id)),
      ledger: query(() => loadLedger(id)),
      reviewsKey: query(() => loadOutcomesKey(id)),
      demandKey: query(() => loadDemandKey(id)),
      unfinished: query(async () => (await loadUnfinishedRun(id)) ?? null),
    };
  });

  /** Why something could not be read, or null. */
  get failure(): unknown {
    const queries = Object.values(this.#queries ?? {});
    return queries.map(({ failure }) => failure).find((failure) => failure !== null) ?? null;
  }

  /** Whether the file is stored, so that it can be read in another way. */
  get file(): FileState | undefined {
    return this.#queries?.file.current;
  }

  get overview(): LaunchOverview | undefined {
    return this.#queries?.overview.current;
  }

  get report(): TrainingReport | null | undefined {
    return this.#queries?.report.current;
  }

  get ranking(): Ranking | null | undefined {
    return this.#queries?.ranking.current;
  }

  /** New products: those that wait for a plan, those that have one, and those launched already. */
  get products(): readonly NewProduct[] | undefined {
    return this.#queries?.products.current;
  }

  /** Adopted plans of the products launched already, the newest launch first. */
  readonly launched: readonly AdoptedPlan[] | undefined = $derived.by(() => {
    const { products } = this;
    const entries = this.#queries?.ledger.current;
    return products && entries && launchedEntries(products, entries, localDay(this.#ports.now()));
  });

  /** New products that have not launched yet. */
  readonly unlaunched: readonly NewProduct[] | undefined = $derived.by(() => {
    const { products, launched } = this;
    return products && launched && withoutLaunched(products, launched);
  });

  /** Titles of launches for which the seller chose sales events. */
  get editedTitles(): ReadonlySet<string> | undefined {
    return this.#queries?.editedTitles.current;
  }

  /** A training run that has not ended; it may still be running. */
  get unfinished(): UnfinishedRun | null | undefined {
    return this.#queries?.unfinished.current;
  }

  /** The newest calendar of a season; null where there is none. */
  get calendar(): SeasonCalendar | null | undefined {
    const calendars = this.#queries?.calendars.current;
    return calendars === undefined ? undefined : (calendars.at(-1) ?? null);
  }

  /** Number of launches that results of adopted plans add to those of the file. */
  get resultCount(): number | undefined {
    return this.#queries?.resultCount.current;
  }

  /** null where the model was trained on the launches as they are now. */
  readonly modelChange: ModelChange | null = $derived.by(() => {
    const learnt = this.report?.learnt;
    const dataset = this.#current();
    const { editedTitles, resultCount } = this;
    if (!learnt || !dataset) return null;
    const counts = { before: learnt.launchCount, after: dataset.rowCount + (resultCount ?? 0) };
    if (readingKey(dataset.report, dataset.recipe) !== learnt.readingKey)
      return { cause: 'launches', ...counts };
    if (!editedTitles || resultCount === undefined) return null;
    const events = sellingEventsChoice(dataset, browserLanguage());
    if (eventsKey(events, editedTitles) !== learnt.eventsKey) return { cause: 'events', ...counts };
    if (counts.before !== counts.after) return { cause: 'results', ...counts };
    if (this.#readOtherReviews(learnt)) return { cause: 'reviews', ...counts };
    return this.#knowsOtherDemand(learnt) ? { cause: 'demand', ...counts } : null;
  });

  /** Whether reviews tell something else now than a model learnt; false while that is not known. */
  #readOtherReviews({ reviewsKey }: NonNullable<TrainingReport['learnt']>): boolean {
    const now = this.#queries?.reviewsKey.current;
    return now !== undefined && now !== (reviewsKey ?? null);
  }

  /** Whether other weekly demand is known now than a model learnt; false while that is not known. */
  #knowsOtherDemand({ demandKey }: NonNullable<TrainingReport['learnt']>): boolean {
    const now = this.#queries?.demandKey.current;
    return now !== undefined && now !== (demandKey ?? null);
  }

  /** The ranking, best first, without products that have been launched, removed or become another kind of product since. */
  readonly currentRanking: Ranking | null = $derived.by(() => {
    const { ranking, unlaunched } = this;
    if (!ranking || !unlaunched) return null;
    const isThere = ({ product }: LaunchPlan) =>
      unlaunched.some((each) => each.id === product.id && isOfSameKind(each, product));
    const plans = bestFirst(ranking.plans.filter(isThere), ranking.objective);
    return { ...ranking, plans };
  });

  /** Niches matter only to plans for categories that were never sold; elsewhere nothing is loaded. */
  readonly #nichesKey = $derived.by(() => {
    const id = this.#id;
    const asks = this.currentRanking?.plans.some(({ neverSold }) => neverSold !== undefined);
    return id !== undefined && asks === true ? query(() => this.#ports.loadNichesKey(id)) : null;
  });

  /** Orders matter to plans once there are some. */
  readonly #ordersKey = $derived.by(() => {
    const id = this.#id;
    const asks = this.currentRanking !== null;
    return id !== undefined && asks ? query(() => this.#ports.loadOrdersKey(id)) : null;
  });

  /**
   * Why plans are out of date: another model, other sales events for their products, other niches, or orders read since;
   * null where they are current.
   */
  readonly olderPlans: 'model' | 'events' | 'niches' | 'orders' | null = $derived.by(() => {
    const { currentRanking: ranking, report } = this;
    if (!ranking || !report) return null;
    if (ranking.modelId !== report.modelId) return 'model';
    const edits = this.#current()?.events?.editsByTitle ?? {};
    const isEdited = ({ product }: LaunchPlan) => isEditedSince(product, ranking.events, edits);
    if (ranking.plans.some(isEdited)) return 'events';
    if (hasChanged(this.#nichesKey?.current, ranking.nichesKey)) return 'niches';
    return hasChanged(this.#ordersKey?.current, ranking.ordersKey) ? 'orders' : null;
  });

  readonly unplannedCount: number = $derived.by(() => {
    const plans = this.currentRanking?.plans ?? [];
    const isPlanned = (id: string) => plans.some(({ product }) => product.id === id);
    return (this.unlaunched ?? []).filter(({ id }) => !isPlanned(id)).length;
  });
}

/** Returns whether a key differs from that of a ranking; false while it is not loaded. */
function hasChanged(now: number | null | undefined, then: number | undefined): boolean {
  return now !== undefined && now !== (then ?? null);
}

function query<T>(load: () => Promise<T>): LiveQuery<T | undefined> {
  return new LiveQuery<T | undefined>(load, undefined);
}

export const [useDatasetRecord, provideDatasetRecord] = createContext<DatasetRecord>();
