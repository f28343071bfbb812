import type { HoldoutScore } from '#core/model/training/training-report.ts';
import type { TermName } from '#components/words/glossary.ts';

/** Glossary terms that explain the methods. */
export const METHOD_TERMS: Readonly<Record<HoldoutScore['method'], TermName | undefined>> = {
  debut: undefined,
  net: 'net',
  trees: 'trees',
  ridge: 'ridge',
  analogues: 'analogues',
  'last-year': undefined,
  'category-median': 'median',
};
