import {
  bundleOf,
  bundleProfit,
  cutEvidence,
  keptShareOf,
  type Bundle,
  type CutEvidence,
  type NoBundle,
} from '#core/planning/companions/bundle.ts';
import type { AttachShare, Companion, NoCompanions } from '#core/planning/companions/companions.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { formatMoney, formatPrice } from '#components/words/money.ts';
import {
  formatCount,
  formatFinePercent,
  formatPercent,
  formatPoints,
  type Format,
} from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

export const NO_COMPANION_WORDS: Readonly<Record<NoCompanions, () => string>> = {
  'no-pairs': () => m.companions_no_pairs(),
  'none-alike': () => m.companions_none_alike(),
};

export function companionFinding([best]: readonly [Companion, ...Companion[]]): string {
  return m.companions_finding({ title: best.title, share: formatPercent(best.attach.share) });
}

export const companionHeads = () => [
  m.companions_head_product(),
  m.companions_head_price(),
  m.companions_head_share(),
  m.companions_head_orders(),
];

export function companionRows(
  companions: readonly Companion[],
): [head: string, ...values: string[]][] {
  return companions.map(({ title, price, attach, both, orders }) => [
    title,
    formatPrice(price),
    m.companions_share({
      share: formatPercent(attach.share),
      range: rangeOf(attach, formatPercent),
    }),
    m.companions_orders({ both: formatCount(both), orders: formatCount(orders) }),
  ]);
}

interface AskedBundle {
  readonly companion: Companion;
  /** Share off both prices, 0–1. */
  readonly discount: number;
  /** null: not entered. */
  readonly cost: number | null;
}

/** Deeper ones are slips, or gifts. */
const MOST_DISCOUNT = 0.9;

type BundledPlan = Pick<LaunchPlan, 'action' | 'money' | 'unitCost'>;

/** Says what a bundle costs, when it pays and what past orders tell of its take-up, or why nothing is said. */
export function bundleWords(plan: BundledPlan, asked: AskedBundle): string[] {
  const { companion, discount, cost } = asked;
  const price = plan.action.salePrice ?? NaN;
  if (!Number.isFinite(price + companion.price)) return [m.companions_no_price()];
  if (cost === null || !(cost >= 0 && cost < Infinity)) return [m.companions_ask_cost()];
  if (!(discount >= 0 && discount <= MOST_DISCOUNT)) return [m.companions_ask_discount()];
  const { attach } = companion;
  const terms = {
    ...{ price, companionPrice: companion.price, companionCost: cost },
    keptShare: keptShareIn(plan, price),
  };
  const bundle = bundleOf(attach, { ...terms, discount });
  if (typeof bundle === 'string') return [NO_BUNDLE_WORDS[bundle]()];
  const evidence = cutEvidence(companion, price);
  return [
    m.companions_bundle({
      price: formatPrice(bundle.price),
      separate: formatPrice(bundle.separatePrice),
    }),
    payingWords(bundle, attach),
    m.companions_earns(amountOf(bundle.without)),
    ...(evidence
      ? cutWords(evidence, bundleOf(attach, { ...terms, discount: evidence.discount }))
      : [m.companions_no_cuts()]),
  ];
}

function keptShareIn({ money, unitCost = NaN }: BundledPlan, price: number): number {
  return keptShareOf({ price, margin: money?.margin ?? NaN, unitCost });
}

const NO_BUNDLE_WORDS: Readonly<Record<NoBundle, () => string>> = {
  'no-money': () => m.companions_no_price(),
  'no-profit': () => m.companions_no_profit(),
};

function payingWords({ breakEven, discountCost, companionProfit }: Bundle, { share }: AttachShare) {
  const usual = formatFinePercent(share);
  if (breakEven !== null)
    return m.companions_break_even({ share: formatFinePercent(breakEven), usual });
  if (discountCost < companionProfit) return m.companions_too_deep({ usual });
  return m.companions_never({
    cost: formatPrice(discountCost),
    profit: formatPrice(companionProfit),
  });
}

function cutWords(evidence: CutEvidence, bundle: Bundle | NoBundle): string[] {
  if (typeof bundle === 'string') return [];
  const { cut, cutShare, usualShare, difference, discount, takeUp } = evidence;
  return [
    m.companions_cuts({
      cut: formatPercent(cut),
      during: formatFinePercent(cutShare),
      usual: formatFinePercent(usualShare),
      difference: formatPoints(difference.share),
      range: rangeOf(difference, formatPoints),
    }),
    m.companions_take_up({
      discount: formatFinePercent(discount),
      share: formatPercent(takeUp.share),
      ...amountOf(bundleProfit(bundle, takeUp)),
    }),
  ];
}

function amountOf(amount: AttachShare): { profit: string; range: string } {
  return { profit: formatMoney(amount.share), range: rangeOf(amount, formatMoney) };
}

function rangeOf({ low80, high80 }: AttachShare, format: Format): string {
  return formatRange(low80, high80, format);
}
