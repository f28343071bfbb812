import type {
  Coverage,
  TrainingReport,
  HoldoutScore,
} from '#core/model/training/training-report.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import type { TermName } from '#components/words/glossary.ts';

/** Nominal coverage of the main range, which pages call the 80% range. */
const MOST_LIKELY = 0.8;

/** Returns the coverage that could be measured, by nominal coverage ascending. */
export function knownCoverage(report: TrainingReport): Coverage[] {
  return report.coverage
    .filter(({ reachedFraction }) => Number.isFinite(reachedFraction))
    .sort((a, b) => a.promisedFraction - b.promisedFraction);
}

function mainCoverage(report: TrainingReport): Coverage | undefined {
  return knownCoverage(report).find(({ promisedFraction }) => promisedFraction === MOST_LIKELY);
}

/** Returns the headline of the page; null if coverage could not be measured. */
export function coverageFinding(report: TrainingReport): string | null {
  const main = mainCoverage(report);
  return main
    ? m.evidence_finding({
        promised: formatPercent(main.promisedFraction),
        reached: formatPercent(main.reachedFraction),
      })
    : null;
}

/**
 * Says whether coverage matches its nominal value, within two standard errors for this number of launches. '' if it
 * was not measured.
 */
export function coverageVerdict(report: TrainingReport): string {
  const main = mainCoverage(report);
  const count = report.rows.test;
  if (!main || count === 0) return '';
  const chance = chanceSpread(main.promisedFraction, count);
  const difference = main.reachedFraction - main.promisedFraction;
  if (Math.abs(difference) <= chance) {
    return m.evidence_verdict_kept({ ...tally(count), points: formatCount(100 * chance) });
  }
  return difference < 0 ? m.evidence_verdict_narrow() : m.evidence_verdict_wide();
}

/** Returns two standard errors of a share counted on this many launches (normal approximation of the binomial). */
function chanceSpread(share: number, count: number): number {
  return 2 * Math.sqrt((share * (1 - share)) / count);
}

/** Glossary terms that explain the methods. */
export const METHOD_TERMS: Readonly<Record<HoldoutScore['method'], TermName | undefined>> = {
  debut: undefined,
  net: 'net',
  trees: 'trees',
  ridge: 'ridge',
  process: 'process',
  analogues: 'analogues',
  'last-year': undefined,
  'category-median': 'median',
};
