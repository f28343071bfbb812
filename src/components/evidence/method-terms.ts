import type { HoldoutScore } from '#core/launch/training-report.ts';
import type { TermName } from '../overlays/glossary.ts';

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
