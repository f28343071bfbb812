import { expect, it } from 'vitest';
import {
  isUnsaved,
  leftOutWords,
  projectStep,
  restoredWords,
  strengthWords,
  unsavedWords,
} from '#components/pages/settings/project-words.ts';
import { formatMoment } from '#components/words/dates.ts';
import { m } from '#messages';

const SAVED_AT = Date.UTC(2026, 2, 9, 12);

it('says what came back, data set by data set', () => {
  const counts = { launchCount: 2_000, modelCount: 1, planCount: 30, adoptedCount: 1 };
  const dataset = { datasetId: 7, name: 'Spring', ...counts };
  expect(restoredWords(dataset)).toBe('Spring: 2,000 launches, 1 model, 30 plans, 1 adopted plan');
});

it('says what a file goes without, and that the rest is in it', () => {
  const said = (isFileLost: boolean, lostModelCount: number) =>
    leftOutWords({ name: 'Spring', isFileLost, lostModelCount });
  expect(said(true, 1)).toEqual([
    m.project_left_out_file({ name: 'Spring' }),
    '1 damaged model of “Spring” is not included.',
  ]);
  const two = { count: 2, text: '2', name: 'Spring' };
  expect(said(false, 2)).toEqual([m.project_left_out_models(two)]);
});

it('says what would be lost with the device, and nothing where there is nothing', () => {
  const moment = formatMoment(SAVED_AT);
  const never = { savedAt: null, trainingCount: 2, adoptedCount: 1 };
  expect(isUnsaved(never)).toBe(true);
  expect(unsavedWords(never)).toBe(
    'So far only on this device: 2 training runs and 1 adopted plan. A project file keeps a copy in case you lose the device.',
  );
  const work = m.project_adopted({ count: 3, text: '3' });
  expect(unsavedWords({ savedAt: SAVED_AT, trainingCount: 0, adoptedCount: 3 })).toBe(
    m.project_unsaved_since({ work, moment }),
  );
  expect(unsavedWords({ savedAt: null, trainingCount: 0, adoptedCount: 0 })).toBe('');
  const done = { savedAt: SAVED_AT, trainingCount: 0, adoptedCount: 0 };
  expect(isUnsaved(done)).toBe(false);
  expect(unsavedWords(done)).toBe(m.project_last_saved({ moment }));
});

it('says how well a passphrase holds', () => {
  expect(strengthWords('too-short')).toBe('Too short: use at least 8 characters.');
  expect((['weak', 'fair', 'strong'] as const).map(strengthWords)).toEqual([
    ...[m.project_strength_weak(), m.project_strength_fair(), m.project_strength_strong()],
  ]);
});

it('says that nothing is written while a file is checked', () => {
  const at = (phase: string) => projectStep({ phase, done: 1, total: 2 });
  expect(at('check')).toBe(m.project_checking());
  expect(at('restore')).toBe(m.project_writing());
  expect(projectStep(null)).toBe(m.project_preparing());
});
