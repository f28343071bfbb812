import { describe, expect, it } from 'vitest';
import { lossNote, lossSummary } from '#components/charts/loss-words.ts';
import type { EpochLoss } from '#core/launch/training-report.ts';
import { inChinese } from '../../support/in-chinese.ts';

const NOTE = 'Error after each pass over the data; lower is better';

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
      'Error on unseen launches: 0.79 after the first pass, 0.69 at its lowest after pass 2, 0.72 after pass 3. ' +
        'Error on launches it learns from: 0.7 after the first pass, 0.5 after pass 3. ' +
        'Then it learns from all launches, where the error goes from 0.4 after the first pass to 0.3 after pass 2.',
    );
  });

  it('is that it fell to the end, or not at all', () => {
    expect(lossSummary(curveOf(0.79, 0.72))).toMatch(
      /^Error on unseen.* 0.72 at its lowest after pass 2\./,
    );
    expect(lossSummary(curveOf(0.7, 0.72))).toMatch(
      /^The error on unseen launches did not fall: 0.7 /,
    );
    expect(inChinese(() => lossSummary(curveOf(0.7, 0.72)))).toMatch(/^没见过的上新的误差没有下降/);
  });

  it('is what was learnt, where nothing is checked or done', () => {
    expect(lossSummary(curveOf(null, null))).toBe(
      'Error on launches it learns from: 0.7 after the first pass, 0.6 after pass 2.',
    );
    expect(lossSummary([])).toBe('');
  });
});

describe('which pass is kept', () => {
  it('is said once as many passes learn from all launches', () => {
    const curve = curveOf(0.79, 0.69, 0.72, null, null, null);
    expect(lossNote(curve, 6)).toBe(
      `${NOTE}. Pass 3 is kept: the last whose error on unseen launches is close to the lowest, 0.69 after pass 2.`,
    );
    expect(lossNote(curve.slice(0, 5), 5)).toBe(
      `${NOTE}. Pass 2 is kept: with 0.69 on unseen launches it has the lowest error.`,
    );
    expect(lossNote(curve.slice(0, 4), 6)).toMatch(/Pass 3 is kept/);
  });

  it('is not known before that, nor where nothing was checked', () => {
    expect(lossNote(curveOf(0.79, 0.69), 6)).toBe(NOTE);
    expect(lossNote(curveOf(null, null), 2)).toBe(NOTE);
  });
});
