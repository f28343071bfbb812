import { describe, expect, it } from 'vitest';
import { lossNote, lossSummary } from '#components/charts/loss-words.ts';
import type { EpochLoss } from '#core/model/training/training-report.ts';
import { m } from '#messages';

const learnt = m.charts_loss_learnt({ first: '0.7', last: '0.6', passes: '2' });
const note = m.charts_loss_note();

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

  it('names the epoch of the lowest error, also where a later one reads the same', () => {
    const said = { first: '0.79', best: '2', least: '0.72', last: '0.72', passes: '3' };
    expect(lossSummary(curveOf(0.79, 0.72, 0.722))).toContain(m.charts_loss_unseen_lowest(said));
  });

  it('is that it fell to the end, or not at all', () => {
    const to = { last: '0.72', passes: '2' };
    const [fell, stayed] = [lossSummary(curveOf(0.79, 0.72)), lossSummary(curveOf(0.7, 0.72))];
    expect(fell).toBe(`${m.charts_loss_unseen_fell({ ...to, first: '0.79' })} ${learnt}`);
    expect(stayed).toBe(`${m.charts_loss_unseen_stayed({ ...to, first: '0.7' })} ${learnt}`);
  });

  it('is what was learnt, where nothing is checked or done', () => {
    expect(lossSummary(curveOf(null, null))).toBe(learnt);
    expect(lossSummary([])).toBe('');
  });
});

describe('which pass is kept', () => {
  it('is said once as many passes learn from all launches', () => {
    const curve = curveOf(0.79, 0.69, 0.72, null, null, null);
    const last = `${note}. Epoch 3 is used: the last with a validation error close to the lowest (0.69, epoch 2).`;
    const lowest = m.charts_loss_kept_lowest({ kept: '2', least: '0.69' });
    expect(lossNote(curve, 6)).toBe(last);
    expect(lossNote(curve.slice(0, 4), 6)).toBe(last);
    expect(lossNote(curve.slice(0, 5), 5)).toBe(m.charts_loss_note_kept({ note, kept: lowest }));
  });

  it('is not known before that, nor where nothing was checked', () => {
    expect(lossNote(curveOf(0.79, 0.69), 4)).toBe(note);
    expect(lossNote(curveOf(null, null), 2)).toBe(note);
    for (const epochCount of [1, 3]) expect(lossNote(curveOf(0.79, null), epochCount)).toBe(note);
  });
});
