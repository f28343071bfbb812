import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModelFile } from '#core/files/model/model-file.ts';
import { trainingScalars } from '#core/model/training/training-scalars.ts';

const file = readFileSync(new URL('../../files/model/small-model.safetensors', import.meta.url));
const { report } = readModelFile(new Uint8Array(file));
const scored = { method: 'net', wape: 0.5, maeUnits: 4, r2Log: NaN } as const;

describe('the scalars of a training run', () => {
  it('are the losses of each fit from its first epoch on', () => {
    const curve = [
      { epoch: 1, training: 0.9, validation: 1.1 },
      { epoch: 2, training: 0.7, validation: 1 },
      { epoch: 3, training: 0.8, validation: null },
    ];
    expect(trainingScalars({ ...report, curve, holdout: [], coverage: [] })).toEqual([
      { tag: 'loss/training', step: 1, value: 0.9 },
      { tag: 'loss/training', step: 2, value: 0.7 },
      { tag: 'loss/validation', step: 1, value: 1.1 },
      { tag: 'loss/validation', step: 2, value: 1 },
      { tag: 'loss/training_on_all', step: 1, value: 0.8 },
    ]);
  });

  it('are what was measured on unseen launches, without what could not be', () => {
    const origin = { firstDay: 1, learntFrom: 2, judgedOn: 3, blendWape: 0.6, medianWape: 0.8 };
    const crossValidation = [origin, { ...origin, blendWape: 0.4 }];
    const few = { ...report, curve: [], holdout: [scored], crossValidation };
    expect(trainingScalars(few)).toEqual([
      { tag: 'unseen/wape/net', step: 0, value: 0.5 },
      { tag: 'unseen/mae_units/net', step: 0, value: 4 },
      { tag: 'coverage/promised_80', step: 0, value: 0.75 },
      { tag: 'origins/wape/blend', step: 0, value: 0.6 },
      { tag: 'origins/wape/median', step: 0, value: 0.8 },
      { tag: 'origins/wape/blend', step: 1, value: 0.4 },
      { tag: 'origins/wape/median', step: 1, value: 0.8 },
    ]);
  });

  it('follow each head, the rate and the unseen launches, where they are known', () => {
    const byHead = [{ name: 'units', loss: 0.5 }];
    const quality = { wape: 0.4, coverage: null };
    const seen = { epoch: 1, training: 0.9, validation: 0.5, learningRate: 0.003, byHead, quality };
    const last = { epoch: 2, training: 0.8, validation: null, learningRate: 0.001 };
    const curve = [seen, { ...last, byHead: null, quality: null }];
    const told = trainingScalars({ ...report, curve, holdout: [], coverage: [] });
    expect(told.filter(({ tag }) => !/^loss\/(training|validation)/.test(tag))).toEqual([
      { tag: 'learning_rate', step: 1, value: 0.003 },
      { tag: 'learning_rate_on_all', step: 1, value: 0.001 },
      { tag: 'loss/units', step: 1, value: 0.5 },
      { tag: 'validation/wape', step: 1, value: 0.4 },
    ]);
  });
});
