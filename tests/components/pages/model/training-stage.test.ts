import { describe, expect, it } from 'vitest';
import { trainingTop } from '#components/pages/model/training-stage.ts';
import type { TrainingProgress } from '#core/model/training/training-report.ts';

const progress = (of: Partial<TrainingProgress>) =>
  ({ epoch: 0, epochCount: 0, done: 0, total: null, secondsLeft: null, ...of }) as TrainingProgress;

describe('what a training says first', () => {
  it('never shows a time of the reading beside one that is being worked out', () => {
    const read = { phase: 'read', done: 300, total: 600 } as const;
    expect(trainingTop(progress({ ...read, secondsLeft: 3 }))).toEqual({
      label: 'Reading names before learning',
      value: 'about 3 s',
      note: '300 of 600 names. The time needed for learning is shown once it starts.',
    });
    expect(trainingTop(progress(read)).value).toBe('300 of 600');
  });

  it('says what is tested about names, and for how long', () => {
    const top = trainingTop(progress({ phase: 'meaning', done: 2, total: 6, secondsLeft: 4 }));
    expect(top.label).toBe('Testing whether the meaning of names helps');
    expect(top.value).toBe('about 4 s');
    const pictures = trainingTop(progress({ phase: 'looks', done: 2, total: 6 }));
    expect(pictures.label).toBe('Testing whether pictures help');
  });

  it('says how much of the language model is there while it is fetched', () => {
    const top = trainingTop(progress({ phase: 'fetch', done: 6_000_000, total: 24_000_000 }));
    expect(top.label).toBe('Downloading the language model');
    expect(top.value).toMatch(/^6.*MB of 24.*MB$/);
  });

  it('counts passes only while there are any', () => {
    expect(trainingTop(null)).toMatchObject({ value: 'estimating', note: '' });
    expect(trainingTop(progress({ phase: 'prepare' })).note).toBe('');
    expect(trainingTop(progress({ phase: 'learn', epochCount: 60 })).note).toBe('');
    const learning = progress({ phase: 'learn', epoch: 12, epochCount: 60, secondsLeft: 70 });
    expect(trainingTop(learning)).toEqual({
      label: 'Time left on this device',
      value: 'about 1 min 10 s',
      note: 'Epoch 12 of 60',
    });
    expect(trainingTop({ ...learning, phase: 'check' }).note).toBe('');
  });
});
