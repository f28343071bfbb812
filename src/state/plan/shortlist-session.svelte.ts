import { contentKey } from '#core/base/bytes/fingerprint.ts';
import type { Day } from '#core/base/dates.ts';
import type { Progress } from '#core/base/progress.ts';
import { pastPick, type PastPick } from '#core/evaluation/picks/past-pick.ts';
import { articlesById, productOfArticle, type Article } from '#core/launch/article.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { Shortlist } from '#core/planning/suppliers/shortlist.ts';
import {
  ownChoice,
  type ComparedChoices,
  type PortfolioChoice,
} from '#core/season/portfolio/portfolio-choice.ts';
import type { PortfolioLimits } from '#core/season/portfolio/portfolio-limits.ts';
import {
  NO_DECISIONS,
  type ShortlistDecisions,
} from '#core/season/portfolio/shortlist-decisions.ts';
import { model, plan } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { later } from '../base/later.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';

const { loadArticles, loadDecisions, changeDecisions } = later(
  () => import('#storage/plan/suppliers.ts'),
);
const { loadShortlist } = later(() => import('#storage/plan/shortlists.ts'));
const { loadEvidence } = later(() => import('#storage/model/trainings.ts'));
const { addProducts, loadProducts } = later(() => import('#storage/data/products.ts'));

const ports = {
  ...{ loadArticles, loadDecisions, changeDecisions, loadShortlist, loadEvidence },
  ...{ addProducts, loadProducts },
  rankList: model.rankList,
  choosePortfolio: plan.choosePortfolio,
};
export type ShortlistPorts = typeof ports;

/** Gap and time within which a choice is good enough. */
const GAP = 0.02;
const SECONDS = 10;
/** Launches of a past pick, and the share of the unseen ones that they may be. */
const PAST_PICKED = 20;
const PAST_SHARE = 0.2;

interface Known {
  readonly shortlist: Shortlist | null;
  readonly articles: readonly Article[];
  /** null: the seller decided nothing yet. */
  readonly decisions: ShortlistDecisions | null;
}

interface RankOptions {
  readonly compute: ComputePreference;
  readonly earliestDay: Day;
  readonly aim: Aim | Promise<Aim>;
}

/** The shortlist of a data set, what the seller decided about it, and what is chosen from it. */
export class ShortlistSession {
  readonly #datasetId: number;
  readonly #ports: ShortlistPorts;
  readonly #query: LiveQuery<Known | undefined>;
  readonly #past: LiveQuery<PastPick | null | undefined>;
  readonly #ranking = new JobState<unknown>();
  readonly #choosing = new JobState<ComparedChoices>();
  #compared = $state.raw<ComparedChoices | null>(null);
  /** What was decided here last: the live query is a moment behind. */
  #decided = $state.raw<ShortlistDecisions | null>(null);
  #failure = $state.raw<unknown>(null);

  /** @param modelId returns the ID of the model in use; null where there is none */
  constructor(datasetId: number, modelId: () => number | null, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#ports = withPorts;
    this.#query = new LiveQuery<Known | undefined>(() => this.#load(), undefined);
    this.#past = new LiveQuery<PastPick | null | undefined>(async () => {
      const id = modelId();
      return id === null ? null : pickOf((await withPorts.loadEvidence(id)).heldOut);
    }, undefined);
  }

  /** Undefined until it is loaded. */
  get known(): Known | undefined {
    return this.#query.current;
  }

  readonly articlesById: ReadonlyMap<string, Article> = $derived.by(() =>
    articlesById(this.known?.articles ?? []),
  );

  /** Whether the lists have changed since they were ranked. */
  readonly isOfOtherLists: boolean = $derived.by(() => {
    const { known } = this;
    return Boolean(known?.shortlist && known.shortlist.articlesKey !== contentKey(known.articles));
  });

  readonly #decisions: ShortlistDecisions = $derived.by(
    () => this.#decided ?? this.known?.decisions ?? NO_DECISIONS,
  );

  get limits(): PortfolioLimits {
    return this.#decisions.limits;
  }

  get picked(): readonly string[] {
    return this.#decisions.picked;
  }

  /** What is chosen from the shortlist on screen; null until it is. */
  readonly compared: ComparedChoices | null = $derived.by(() =>
    this.#compared && this.#compared.rankedAt === this.known?.shortlist?.rankedAt
      ? this.#compared
      : null,
  );

  /** What the seller picked, each article with its best option; null where none was picked. */
  readonly own: PortfolioChoice | null = $derived.by(() => {
    const { picked, articlesById: articles } = this;
    const shortlist = this.known?.shortlist;
    if (!shortlist || picked.length === 0) return null;
    return ownChoice(shortlist, (id) => articles.get(id)?.category ?? '', picked);
  });

  /** What would have been picked from past launches; null where too few are known. */
  get past(): PastPick | null | undefined {
    return this.#past.current;
  }

  /** Progress of the ranking; null while none runs. */
  get ranking(): { readonly progress: Progress | null; readonly fraction: number | null } | null {
    if (!this.#ranking.isRunning) return null;
    return { progress: this.#ranking.progress, fraction: this.#ranking.fraction };
  }

  get isChoosing(): boolean {
    return this.#choosing.isRunning;
  }

  get failure(): unknown {
    return (
      this.#failure ?? this.#ranking.error ?? this.#choosing.error ?? this.#query.failure ?? null
    );
  }

  /** Ranks all articles, then chooses. Returns whether they were ranked. */
  async rank({ compute, earliestDay, aim }: RankOptions): Promise<boolean> {
    const datasetId = this.#datasetId;
    const ranked = await this.#ranking.run(null, async (options) =>
      this.#ports.rankList({ datasetId, compute, earliestDay, aim: await aim }, options),
    );
    if (!ranked) return false;
    await this.choose();
    return true;
  }

  stopRanking(): void {
    this.#ranking.cancel();
  }

  /** Chooses within the limits; a choice that runs is given up. */
  async choose(): Promise<void> {
    const { limits } = this;
    const request = { datasetId: this.#datasetId, limits, gap: GAP, seconds: SECONDS };
    const found = await this.#choosing.run(null, (options) =>
      this.#ports.choosePortfolio(request, options),
    );
    if (found) this.#compared = found;
  }

  /** Changes limits, and chooses again. */
  async limit(change: Partial<PortfolioLimits>): Promise<void> {
    await this.#limit(() => change);
  }

  async bar(articleId: string, isBarred: boolean): Promise<void> {
    await this.#limit(({ barred, wanted }) => ({
      barred: withOrWithout(barred, articleId, isBarred),
      wanted: isBarred ? withOrWithout(wanted, articleId, false) : wanted,
    }));
  }

  async want(articleId: string, isWanted: boolean): Promise<void> {
    await this.#limit(({ wanted }) => ({ wanted: withOrWithout(wanted, articleId, isWanted) }));
  }

  async pick(articleId: string, isPicked: boolean): Promise<void> {
    await this.#decide(({ limits, picked }) => ({
      limits,
      picked: withOrWithout(picked, articleId, isPicked),
    }));
  }

  /** Adds articles to the new products that wait for a plan. Returns how many were not among them yet; null where
   * that failed. */
  async addToProducts(articleIds: readonly string[]): Promise<number | null> {
    const datasetId = this.#datasetId;
    const articles = articleIds.flatMap((id) => this.articlesById.get(id) ?? []);
    let count: number | null = null;
    await this.#attempt(async () => {
      const known = (await this.#ports.loadProducts(datasetId)).map(({ id }) => id);
      const added = articles.filter(({ id }) => !known.includes(id)).map(productOfArticle);
      if (added.length > 0) await this.#ports.addProducts(datasetId, () => added);
      count = added.length;
    });
    return count;
  }

  async #limit(change: (before: PortfolioLimits) => Partial<PortfolioLimits>): Promise<void> {
    await this.#decide(({ limits, picked }) => ({
      limits: { ...limits, ...change(limits) },
      picked,
    }));
    await this.choose();
  }

  /** Shows a decision at once, and stores it beside what another tab decided meanwhile. */
  async #decide(change: (before: ShortlistDecisions) => ShortlistDecisions): Promise<void> {
    const decided = (this.#decided = change(this.#decisions));
    await this.#attempt(async () => {
      const stored = await this.#ports.changeDecisions(this.#datasetId, (before) =>
        change(before ?? NO_DECISIONS),
      );
      if (this.#decided === decided) this.#decided = stored;
    });
  }

  async #load(): Promise<Known> {
    const [shortlist, articles, decisions] = await Promise.all([
      this.#ports.loadShortlist(this.#datasetId),
      this.#ports.loadArticles(this.#datasetId),
      this.#ports.loadDecisions(this.#datasetId),
    ]);
    return { shortlist, articles, decisions };
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.#failure = null;
    try {
      await work();
    } catch (error) {
      this.#failure = error;
    }
  }
}

function withOrWithout(ids: readonly string[], id: string, isWith: boolean): readonly string[] {
  const others = ids.filter((each) => each !== id);
  return isWith ? [...others, id] : others;
}

function pickOf(heldOut: Parameters<typeof pastPick>[0] | null): PastPick | null {
  if (!heldOut) return null;
  const count = Math.min(PAST_PICKED, Math.floor(PAST_SHARE * heldOut.count));
  return pastPick(heldOut, count);
}
