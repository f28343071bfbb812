import { describe, expect, it } from 'vitest';
import { lossNote, lossSummary } from '#components/charts/loss-words.ts';
import type { EpochLoss } from '#core/model/training/training-report.ts';
import { inChinese } from '../../support/in-chinese.ts';

const NOTE = 'Error after each epoch; lower is better';

function curveOf(...validations: readonly (number | null)[]): EpochLoss[] {
  return validations.map((validation, i) => ({
    ...{ epoch: i + 1, validation },
    training: Number((0.7 - i / 10).toFixed(1)),
  }));
}

describe('what the lines of a training show', () => {
  it('is the lowest error on unseen launches, and where it was', () => {
    const curve = curveOf(0.79, 0.69, 0.72, null, null);
    expect(lossSummary(curve)).toBe(
      'Validation error: 0.79 after epoch 1, lowest after epoch 2 (0.69), 0.72 after epoch 3. ' +
        'Training error: 0.7 after epoch 1, 0.5 after epoch 3. ' +
        'Then, training on all launches: error 0.4 after epoch 1, 0.3 after epoch 2.',
    );
  });

  it('is that it fell to the end, or not at all', () => {
    expect(lossSummary(curveOf(0.79, 0.72))).toMatch(
      /^Validation error.* lowest after epoch 2 \(0\.72\)\./,
    );
    expect(lossSummary(curveOf(0.7, 0.72))).toMatch(/^The validation error did not fall: 0.7 /);
    expect(inChinese(() => lossSummary(curveOf(0.7, 0.72)))).toMatch(/^验证误差没有下降/);
  });

  it('is what was learnt, where nothing is checked or done', () => {
    expect(lossSummary(curveOf(null, null))).toBe(
      'Training error: 0.7 after epoch 1, 0.6 after epoch 2.',
    );
    expect(lossSummary([])).toBe('');
  });
});

describe('which pass is kept', () => {
  it('is said once as many passes learn from all launches', () => {
    const curve = curveOf(0.79, 0.69, 0.72, null, null, null);
    expect(lossNote(curve, 6)).toBe(
      `${NOTE}. Epoch 3 is used: the last with a validation error close to the lowest (0.69, epoch 2).`,
    );
    expect(lossNote(curve.slice(0, 5), 5)).toBe(
      `${NOTE}. Epoch 2 is used: lowest validation error (0.69).`,
    );
    expect(lossNote(curve.slice(0, 4), 6)).toMatch(/Epoch 3 is used/);
  });

  it('is not known before that, nor where nothing was checked', () => {
    expect(lossNote(curveOf(0.79, 0.69), 6)).toBe(NOTE);
    expect(lossNote(curveOf(null, null), 2)).toBe(NOTE);
  });
});
