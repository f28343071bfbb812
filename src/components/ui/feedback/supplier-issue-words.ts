// What findings of suppliers' lists say.

import type { Issue } from '#core/import/csv/issues.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { currencyName } from '#components/words/currency-words.ts';
import { where } from './issue-where.ts';

export const SUPPLIER_ISSUES = {
  'missing-cost': (issue: Issue) => ({
    title: m.feedback_issue_missing_cost_title(tally(issue.rowCount)),
    advice: m.feedback_issue_missing_cost_advice({ where: where(issue) }),
  }),
  'rate-missing': (issue: Issue) => ({
    title: m.feedback_issue_rate_missing_title({
      ...tally(issue.rowCount),
      currency: currencyName(issue.column ?? ''),
    }),
    advice: m.feedback_issue_rate_missing_advice({ where: where(issue) }),
  }),
  'assumed-currency': ({ samples: [currency] }: Issue) => ({
    title: m.feedback_issue_assumed_currency_title(),
    advice:
      currency === undefined
        ? m.feedback_issue_assumed_shop_currency_advice()
        : m.feedback_issue_assumed_currency_advice({ currency: currencyName(currency) }),
  }),
  'large-minimum': (issue: Issue) => ({
    title: m.feedback_issue_large_minimum_title(tally(issue.rowCount)),
    advice: m.feedback_issue_large_minimum_advice({ where: where(issue) }),
  }),
  'price-ladder': (issue: Issue) => ({
    title: m.feedback_issue_price_ladder_title(tally(issue.rowCount)),
    advice: m.feedback_issue_price_ladder_advice({ where: where(issue) }),
  }),
  'variant-costs': (issue: Issue) => ({
    title: m.feedback_issue_variant_costs_title(tally(issue.rowCount)),
    advice: m.feedback_issue_variant_costs_advice({ where: where(issue) }),
  }),
  'lowest-price': (issue: Issue) => ({
    title: m.feedback_issue_lowest_price_title(tally(issue.rowCount)),
    advice: m.feedback_issue_lowest_price_advice({ where: where(issue) }),
  }),
  'proposed-category': (issue: Issue) => ({
    title: m.feedback_issue_proposed_category_title(tally(issue.rowCount)),
    advice: m.feedback_issue_proposed_category_advice({ where: where(issue) }),
  }),
};
