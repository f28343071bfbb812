import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { database } from '#storage/database/database.ts';
import { saveSetting } from '#storage/app/settings.ts';
import { loadUnsavedWork } from '#storage/app/unsaved-work.ts';
import { adoptedPlan } from '../../support/adopted-plan.ts';
import { trainingRun } from '../../support/training-run.ts';

beforeEach(emptyDatabase);

it('is what was trained and adopted since the last project file', async () => {
  expect(await loadUnsavedWork()).toEqual({ savedAt: null, trainingCount: 0, adoptedCount: 0 });
  for (const modelId of [1, 2, 3])
    await database.trainings.add(trainingRun({ modelId, report: { trainedAt: 100 * modelId } }));
  await database.ledger.add(adoptedPlan({ id: 1, adoptedAt: 150 }));
  expect(await loadUnsavedWork()).toEqual({ savedAt: null, trainingCount: 3, adoptedCount: 1 });
  await saveSetting('projectSavedAt', 200);
  expect(await loadUnsavedWork()).toEqual({ savedAt: 200, trainingCount: 1, adoptedCount: 0 });
});

it('counts a plan that another took the place of, or that was withdrawn, no more', async () => {
  await database.ledger.add(adoptedPlan({ id: 1, adoptedAt: 150, withdrawnAt: 160 }));
  await database.ledger.add(adoptedPlan({ id: 2, adoptedAt: 160 }));
  expect(await loadUnsavedWork()).toMatchObject({ adoptedCount: 1 });
});
