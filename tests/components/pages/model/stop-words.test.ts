import { describe, expect, it } from 'vitest';
import {
  finishingWords,
  keepingWords,
  stopHelp,
  stoppedWords,
} from '#components/pages/model/stop-words.ts';
import { progressMilestone } from '#components/pages/model/training-words.ts';
import { trainingTop } from '#components/pages/model/live/training-stage.ts';
import { TRAINING_PHASES, type TrainingPhase } from '#core/model/training/training-phases.ts';
import { STOPPABLE_PARTS } from '#core/model/training/stop-point.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const progress = (phase: TrainingPhase) =>
  ({ phase, phases: [phase], secondsLeft: 5 }) as unknown as TrainingProgress;
const POINTS = STOPPABLE_PARTS.map((part) => ({ part, done: 6, total: 1_020 }));

describe('what stopping keeps', () => {
  it('is said of each part with its numbers, in both languages', () => {
    const said = [POINTS.map(keepingWords), inChinese(() => POINTS.map(keepingWords))].flat();
    expect(new Set(said).size).toBe(8);
    for (const text of said) expect(text).toMatch(/\b6\b.*1,020|1,020.*\b6\b/);
  });

  it('is only what every model needs in the last steps', () => {
    const helpIn = (phase: TrainingPhase) =>
      stopHelp({ progress: progress(phase), stopPoint: null, stoppedPart: null });
    for (const phase of ['prepare', 'read', 'search', 'learn'] as const)
      expect(helpIn(phase)).toContain('from the first epoch on');
    for (const phase of ['check', 'learn-all', 'save'] as const)
      expect(helpIn(phase)).toBe('Only steps that every model needs are left.');
  });
});

describe('a run that was stopped', () => {
  const heard = (part: (typeof STOPPABLE_PARTS)[number]) =>
    [null, ...TRAINING_PHASES].map((phase) => finishingWords(part, phase && progress(phase)));

  it('never says that it does what was stopped, nor goes back', () => {
    const learn = 'Finishing: completing training, then measuring the error on unseen launches';
    const check = 'Finishing: measuring the error on unseen launches';
    const all = 'Finishing: learning from all launches';
    const save = 'Finishing: saving the model';
    for (const part of ['settings', 'backtests', 'epochs'] as const)
      expect([...new Set(heard(part))]).toEqual([learn, check, all, save]);
    expect([...new Set(heard('launches'))]).toEqual([check, save]);
  });

  it('is shown beside the time left, and read aloud', () => {
    const now = progress('check');
    expect(trainingTop(now, 'epochs')).toEqual({
      label: 'Time left on this device',
      value: 'about 5 s',
      note: 'Finishing: measuring the error on unseen launches',
    });
    expect(progressMilestone(now, 'epochs')).toBe(trainingTop(now, 'epochs').note);
    expect(trainingTop(null, 'settings').note).toMatch(/^Finishing: completing training/);
    expect(inChinese(() => progressMilestone(now, 'epochs'))).toBe(
      '正在收尾：用未参与训练的上新检验误差',
    );
  });
});

it('says of a model what was stopped, and nothing of one that is whole', () => {
  expect(stoppedWords(undefined)).toEqual([]);
  expect(stoppedWords([{ part: 'settings', done: 6, total: 20 }])).toEqual([
    'The search for settings ended after 6 of 20 trials; the best settings so far were kept.',
  ]);
  const all = [stoppedWords(POINTS), inChinese(() => stoppedWords(POINTS))].flat();
  expect(new Set(all).size).toBe(8);
  for (const text of all) expect(text).toMatch(/\b6\b.*1,020|1,020.*\b6\b/);
});
