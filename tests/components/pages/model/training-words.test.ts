import { describe, expect, it } from 'vitest';
import {
  modelFinding,
  modelLead,
  netWords,
  ownWape,
  phaseFraction,
  progressMilestone,
  trainingFraction,
} from '#components/pages/model/training-words.ts';
import { LEARNING_PHASES, TRAINING_PHASES } from '#core/model/training/training-phases.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { phaseLabel } from '#components/ui/feedback/backend-words.ts';
import { m } from '#messages';

const progress = (
  phase: TrainingProgress['phase'],
  done: number,
  total: number | null,
  phases = LEARNING_PHASES,
) => ({ phase, phases, done, total }) as TrainingProgress;

const report = {
  method: 'net',
  rows: { training: 1360, validation: 240, test: 400 },
  holdout: [
    { method: 'debut', wape: 0.57, maeUnits: 20, r2Log: 0.5 },
    { method: 'category-median', wape: 0.79, maeUnits: 30, r2Log: 0.1 },
  ],
} as unknown as TrainingReport;
const tiny = {
  ...report,
  method: 'shrinkage',
  rows: { training: 24, validation: 0, test: 0 },
  holdout: [],
} as unknown as TrainingReport;

it('an error that was not measured is none', () => {
  const measured = (wape: number) =>
    ownWape({ ...report, holdout: [{ ...report.holdout[0]!, wape }] });
  expect([measured(0.57), measured(NaN), ownWape(tiny)]).toEqual([0.57, null, null]);
});

describe('progress of a training run', () => {
  it('counts phases before as done and phases after as not begun', () => {
    const now = progress('check', 1, 2);
    expect(phaseFraction(now, 'learn')).toBe(1);
    expect(phaseFraction(now, 'check')).toBe(0.5);
    expect(phaseFraction(now, 'save')).toBe(0);
  });

  it('only ever grows, and ends at 1', () => {
    const moments = [
      progress('prepare', 0, null),
      progress('search', 1, 60),
      progress('search', 60, 60),
      progress('learn', 1, 30),
      progress('learn', 30, 30),
      progress('check', 1, 1),
      progress('learn-all', 3, 30),
      progress('save', 1, 1),
    ].map(trainingFraction);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments.at(-1)).toBeCloseTo(1);
  });

  it('leaves room for reading names where they are read', () => {
    const moments = [
      progress('fetch', 1, 2, TRAINING_PHASES),
      progress('read', 0, 900, TRAINING_PHASES),
      progress('read', 900, 900, TRAINING_PHASES),
      progress('meaning', 3, 6, TRAINING_PHASES),
      progress('search', 0, 60, TRAINING_PHASES),
      progress('save', 1, 1, TRAINING_PHASES),
    ].map(trainingFraction);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments[2]).toBeGreaterThan(moments[1]! + 0.05);
    expect(moments.at(-1)).toBeCloseTo(1);
    expect(trainingFraction(progress('search', 0, 60))).toBeLessThan(0.05);
  });

  it('is said aloud a few times only', () => {
    const said = new Set(
      Array.from({ length: 30 }, (_, i) => progressMilestone(progress('learn', i + 1, 30))),
    );
    expect(said.size).toBeLessThanOrEqual(4);
    const phase = phaseLabel('learn').toLowerCase();
    expect(progressMilestone(null)).toBe(m.model_training_starts());
    expect(progressMilestone(progress('learn', 15, 30))).toBe(
      m.model_milestone_done({ phase, percent: 50 }),
    );
  });
});

describe('what a model is worth', () => {
  const facts = { share: '79%', count: 400, text: '400' };
  const leadOf = (own: number, hasCategories: boolean) => {
    const [debut, median] = report.holdout;
    const holdout = [{ ...debut!, wape: own }, median!];
    return modelLead({ ...report, holdout }, { hasCategories });
  };

  it('is said as a finding, beside the plainest method', () => {
    expect(modelFinding(report)).toBe('Average error on unseen launches: 57%');
    expect(leadOf(0.57, true)).toBe(m.model_lead_category_median(facts));
    expect(leadOf(0.57, false)).toBe(m.model_lead_median_of_all(facts));
  });

  it('is owned up to where the plain median does better', () => {
    const comparison = m.model_lead_category_median(facts);
    expect(leadOf(1.02, true)).toBe(m.model_lead_median_better({ comparison }));
  });

  it('is not claimed where there were too few launches to check', () => {
    expect(modelFinding(tiny)).toBe(m.model_finding_too_few({ count: 24, text: '24' }));
    expect(modelLead(tiny, { hasCategories: true })).toBe(m.model_lead_averages());
  });
});

it('a net of one answer and one pass is said in the singular', () => {
  const fit = { epochs: 1 } as Parameters<typeof netWords>[0]['fit'];
  const said = (members: number) =>
    netWords({ members, width: 32, augmented: false, fromRidges: true, fit });
  expect(said(1)).toBe('1 network, width 32, 1 epoch for the test, 1 for the plans');
  expect(said(4)).toMatch(/^4 networks averaged/);
});
