// Derives a shop's launches from its exports and adds the counts of reports.

import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import {
  type DerivationAccount,
  type DerivationSettings,
  type DerivedLaunch,
} from '../derivation/derivation-settings.ts';
import { deriveLaunches } from '../derivation/derive-launches.ts';
import type { PromotionWords } from '../derivation/launch-promotion.ts';
import { knownProducts } from '../derivation/known-products.ts';
import { productOfLine } from '../derivation/product-of-line.ts';
import type { JoinedExports } from '../derivation/join-exports.ts';
import { joinReports } from './join-reports.ts';
import type { MarketingAccount, ReportChoice } from './report-match.ts';

interface LaunchesRequest {
  readonly settings: DerivationSettings;
  readonly words: PromotionWords;
  readonly reportChoice: ReportChoice;
}

interface LaunchesOfExports {
  readonly launches: readonly DerivedLaunch[];
  /** Null if no file has order lines. */
  readonly account: DerivationAccount | null;
  readonly reports: readonly MarketingAccount[];
  /** Adds up weekly units by category; null if no file has order lines. */
  readonly demand: (() => DemandPanel) | null;
}

/** Derives the launches of joined exports and joins the reports to them. */
export function launchesOfExports(
  { lines, catalogue, onHand, reports, gaps }: JoinedExports,
  { settings, words, reportChoice: choice }: LaunchesRequest,
): LaunchesOfExports {
  if (lines === null) return { launches: [], account: null, reports: [], demand: null };
  const products = productOfLine(lines, catalogue, settings.level);
  const source = { lines, products, catalogue, onHand, words, gaps };
  const { launches, account, demand } = deriveLaunches(source, settings);
  if (reports.length === 0) return { launches, account, reports: [], demand };
  const joined = joinReports({
    ...{ reports, launches, choice, horizonDays: settings.horizonDays },
    known: knownProducts(lines, products, catalogue),
  });
  return { launches: joined.launches, account, reports: joined.accounts, demand };
}
