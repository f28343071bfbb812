import { describe, expect, it } from 'vitest';
import { trainingTop } from '#components/pages/model/live/training-stage.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';

const progress = (of: Partial<TrainingProgress>) =>
  ({ epoch: 0, epochCount: 0, done: 0, total: null, secondsLeft: null, ...of }) as TrainingProgress;

describe('what a training says first', () => {
  it('shows the time left of the whole run while names are read, and how many are', () => {
    const read = { phase: 'read', done: 300, total: 600 } as const;
    expect(trainingTop(progress({ ...read, secondsLeft: 63 }))).toEqual({
      label: 'Time left on this device',
      value: 'about 1 min 5 s',
      note: '300 of 600 names read by the language model',
    });
    expect(trainingTop(progress(read)).value).toBe('estimating');
  });

  it('says what is tested about names and pictures', () => {
    const top = trainingTop(progress({ phase: 'meaning', done: 2, total: 6, secondsLeft: 4 }));
    expect(top).toMatchObject({ label: 'Time left on this device', value: 'about 4 s' });
    expect(top.note).toMatch(/^Two quick models .* what they mean/);
    expect(trainingTop(progress({ phase: 'looks', done: 2, total: 6 })).note).toMatch(/pictures/);
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
