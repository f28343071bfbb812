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
import { m } from '#messages';

const progress = (phase: TrainingPhase) =>
  ({ phase, phases: [phase], secondsLeft: 5 }) as unknown as TrainingProgress;
const POINTS = STOPPABLE_PARTS.map((part) => ({ part, done: 6, total: 1_020 }));
const said = { done: '6', total: '1,020' };

describe('what stopping keeps', () => {
  it('is said of each part with its numbers', () => {
    expect(POINTS.map(keepingWords)).toEqual([
      ...[m.model_stop_settings(said), m.model_stop_backtests(said)],
      ...[m.model_stop_epochs(said), m.model_stop_launches(said)],
    ]);
  });

  it('is only what every model needs in the last steps', () => {
    const nothing = { stopPoint: null, stoppedPart: null };
    const helpIn = (phase: TrainingPhase) => stopHelp({ ...nothing, progress: progress(phase) });
    for (const phase of ['prepare', 'read', 'search', 'learn'] as const)
      expect(helpIn(phase)).toBe(m.model_stop_from());
    for (const phase of ['check', 'learn-all', 'save'] as const)
      expect(helpIn(phase)).toBe(m.model_stop_last_steps());
  });

  it('is what is asked, and then what follows', () => {
    const asked = { progress: progress('save'), stoppedPart: 'epochs' } as const;
    expect(stopHelp({ ...asked, stopPoint: POINTS[0]! })).toBe(m.model_stop_settings(said));
    expect(stopHelp({ ...asked, stopPoint: null })).toBe(m.model_stop_asked());
  });
});

describe('a run that was stopped', () => {
  const [learn, check] = [m.model_finishing_learn(), m.model_finishing_check()];

  it('never says that it does what was stopped, nor goes back', () => {
    const heard = (part: (typeof STOPPABLE_PARTS)[number]) =>
      [null, ...TRAINING_PHASES].map((phase) => finishingWords(part, phase && progress(phase)));
    const [all, save] = [m.model_finishing_learn_all(), m.model_finishing_save()];
    for (const part of ['settings', 'backtests', 'epochs'] as const)
      expect([...new Set(heard(part))]).toEqual([learn, check, all, save]);
    expect([...new Set(heard('launches'))]).toEqual([check, save]);
  });

  it('is shown beside the time left, and read aloud', () => {
    const now = progress('check');
    const value = m.model_time_left_about({ duration: '5 s' });
    expect(trainingTop(now, 'epochs')).toEqual({ label: m.model_time_left(), value, note: check });
    expect(progressMilestone(now, 'epochs')).toBe(check);
    expect(trainingTop(null, 'settings').note).toBe(learn);
  });
});

it('says of a model what was stopped, and nothing of one that is whole', () => {
  expect(stoppedWords(undefined)).toEqual([]);
  expect(stoppedWords(POINTS)).toEqual([
    'The search for settings ended after 6 of 1,020 trials; the best settings so far were kept.',
    ...[m.model_stopped_backtests(said), m.model_stopped_epochs(said)],
    m.model_stopped_launches(said),
  ]);
});
