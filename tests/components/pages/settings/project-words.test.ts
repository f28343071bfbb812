import { expect, it } from 'vitest';
import {
  isUnsaved,
  leftOutWords,
  projectStep,
  restoredWords,
  strengthWords,
  unsavedWords,
} from '#components/pages/settings/project-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const SAVED_AT = Date.UTC(2026, 2, 9, 12);

it('says what came back, data set by data set', () => {
  const counts = { launchCount: 2_000, modelCount: 1, planCount: 30, adoptedCount: 1 };
  const dataset = { datasetId: 7, name: 'Spring', ...counts };
  expect(restoredWords(dataset)).toBe('Spring: 2,000 launches, 1 model, 30 plans, 1 adopted plan');
  expect(inChinese(() => restoredWords(dataset))).toContain('1 份已采用的计划');
});

it('says what a file goes without, and that the rest is in it', () => {
  const spring = { name: 'Spring', isFileLost: true, lostModelCount: 1 };
  expect(leftOutWords(spring)).toEqual([
    'The file of “Spring” is missing on this device. Only its launches, models and plans are included.',
    '1 damaged model of “Spring” is not included.',
  ]);
  expect(leftOutWords({ ...spring, isFileLost: false, lostModelCount: 2 })).toEqual([
    '2 damaged models of “Spring” are not included.',
  ]);
  expect(inChinese(() => leftOutWords(spring))).toHaveLength(2);
});

it('says what would be lost with the device, and nothing where there is nothing', () => {
  const never = { savedAt: null, trainingCount: 2, adoptedCount: 1 };
  expect(isUnsaved(never)).toBe(true);
  expect(unsavedWords(never)).toBe(
    'So far only on this device: 2 training runs and 1 adopted plan. A project file keeps a copy in case you lose the device.',
  );
  const since = { savedAt: SAVED_AT, trainingCount: 0, adoptedCount: 3 };
  expect(unsavedWords(since)).toMatch(
    /^Only on this device, .* of 9 March 2026.*: 3 adopted plans\.$/,
  );
  expect(unsavedWords({ savedAt: null, trainingCount: 0, adoptedCount: 0 })).toBe('');
  const done = { savedAt: SAVED_AT, trainingCount: 0, adoptedCount: 0 };
  expect(isUnsaved(done)).toBe(false);
  expect(unsavedWords(done)).toMatch(/^Last project file: 9 March 2026/);
});

it('says how well a passphrase holds', () => {
  expect(strengthWords('too-short')).toContain('at least 8 characters');
  expect(new Set((['weak', 'fair', 'strong'] as const).map(strengthWords)).size).toBe(3);
});

it('says that nothing is written while a file is checked', () => {
  const at = (phase: string) => projectStep({ phase, done: 1, total: 2 });
  expect(at('check')).toContain('Nothing is written yet');
  expect(at('restore')).not.toBe(at('check'));
  expect(projectStep(null)).not.toBe('');
});
