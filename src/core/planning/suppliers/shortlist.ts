// A shortlist: every article of the suppliers' lists with its best ways to launch, the most promising first.

import type { RangeWidth } from '#core/model/blend/range-width.ts';
import type { Day } from '#core/base/dates.ts';
import type { Aim, Objective } from '../plan/aim.ts';
import type { OutcomeRange } from '../plan/launch-plan.ts';
import type { KnownMoney } from '../plan/unit-money.ts';
import type { Shrinkage } from './shrinkage.ts';

/** One way to launch an article. */
export interface ArticleOption {
  /** Monday. */
  readonly launchDay: Day;
  /** null: the history shows no choice; the same for the promotion. */
  readonly channel: string | null;
  readonly promotion: string | null;
  /** Price per unit that buyers pay; null without a list price. */
  readonly salePrice: number | null;
  /** log1p of the forecast units. */
  readonly forecastLog: number;
  /** The same, corrected for being chosen from many: what all figures below count. */
  readonly logUnits: number;
  readonly money: KnownMoney;
  /** Units of initial stock, as they can be ordered. */
  readonly stockUnits: number;
  /** Expected objective with this stock. */
  readonly value: number;
  /** Standard deviation of the objective. */
  readonly spread: number;
  /** Money paid before the first sale: stock and ads; null where the unit cost is not known. */
  readonly outlay: number | null;
}

/** Why an article is not among those that can be chosen, or that it can. */
export type ArticleVerdict =
  | 'launch'
  /** The shop knows little of such products: a small order would teach it. */
  | 'learn'
  /** Nothing that the shop sold is like it, so no forecast is shown. */
  | 'outside'
  | 'negative-margin'
  | 'loses-money'
  | 'loss-likely'
  /** It would earn money, but not with the least that can be ordered. */
  | 'minimum-too-high'
  /** The article cannot arrive before the weeks that are planned are over. */
  | 'too-late';

/** The past launch that is most similar to an article. */
export interface NearestLaunch {
  readonly title: string;
  /** 0–1. */
  readonly similarity: number;
  /** Share of its units that it loses to the article while both are on sale, 0–1. */
  readonly lostShare: number;
}

export interface RankedArticle {
  readonly articleId: string;
  readonly verdict: ArticleVerdict;
  /** The best first; empty where nothing is forecast. */
  readonly options: readonly ArticleOption[];
  /** Of the best option. Below, null where money is not known. */
  readonly units: OutcomeRange | null;
  readonly profit: OutcomeRange | null;
  /** Chance of a loss, 0–1. */
  readonly loss: number | null;
  /** null: none is more alike than two launches taken at random. */
  readonly nearest: NearestLaunch | null;
  /** How far it is from what the shop knows, 0–1. */
  readonly novelty: number;
}

/** Two articles that take buyers from each other. */
export interface SimilarArticles {
  /** IDs. */
  readonly first: string;
  readonly second: string;
  /** 0–1. */
  readonly similarity: number;
  /** Share of its units that each loses to the other when both are launched within four weeks, 0–1. */
  readonly lostShare: number;
}

/** Articles as a model ranks them. */
export interface Shortlist {
  readonly datasetId: number;
  readonly modelId: number;
  readonly rankedAt: number;
  /** First possible launch day of what is ordered today. */
  readonly earliestDay: Day;
  readonly aim: Aim;
  /** The objective used: the one asked for, or the nearest that every article's figures allow. */
  readonly objective: Objective;
  readonly horizonDays: number;
  /** Ascending factors on 1 + units, equally likely: how far demand may deviate from its forecast. */
  readonly demandFactors: Float64Array;
  /** Absent where these factors are those of every forecast. */
  readonly rangeWidth?: RangeWidth;
  /** null: too few unseen launches show what is left of the best of many. */
  readonly shrinkage: Shrinkage | null;
  /** Correlations of the misses of two launches, 0–1. */
  readonly missCorrelation: MissCorrelation;
  /** Most promising first; those that cannot be chosen last. */
  readonly articles: readonly RankedArticle[];
  /** Of the most promising articles, the most similar first. */
  readonly pairs: readonly SimilarArticles[];
  /** Content key of the articles that were ranked: a list that has changed since is out of date. */
  readonly articlesKey: number;
  /** The language model was not available, although the model was trained with it. */
  readonly lacksEmbeddings?: true;
}

/** Correlation of the misses of two launches of one month, 0–1. */
export interface MissCorrelation {
  /** Of different categories. */
  readonly month: number;
  /** What launches of one category have in common in addition. */
  readonly category: number;
}

const CAN_BE_CHOSEN: ReadonlySet<ArticleVerdict> = new Set(['launch', 'learn']);

/** Returns whether an article is worth choosing. */
export function canBeChosen({ verdict }: Pick<RankedArticle, 'verdict'>): boolean {
  return CAN_BE_CHOSEN.has(verdict);
}
