import { describe, expect, it } from 'vitest';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import { FIGURE_NAMES, runFigures } from '#core/evaluation/runs/run-figures.ts';
import {
  comparisonWords,
  figureLabel,
  figureText,
  runName,
  runsFinding,
  settingsInShort,
  wholeRunName,
} from '#components/pages/model/runs/run-words.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { runOffBy, trainingRun } from '../../../../support/training-run.ts';

describe('words of runs', () => {
  it('call a run by its name, else by its number', () => {
    expect(runName(trainingRun({ modelId: 7 }))).toBe('Run 7');
    expect(runName(trainingRun({ modelId: 7, name: 'Slow' }))).toBe('Slow');
    expect(wholeRunName(trainingRun({ modelId: 7, name: 'Slow' }))).toBe('Slow (run 7)');
  });

  it('say how many there are, which is in use and how far off it was', () => {
    const runs = [runOffBy(0.4, { modelId: 6 }), runOffBy(0.31, { modelId: 5 })];
    expect(runsFinding({ runs, modelInUse: 5 })).toBe('2 runs; run 5 is in use, average error 31%');
    expect(inChinese(() => runsFinding({ runs, modelInUse: 5 }))).toBe(
      '2 次训练，正在使用 5 号，平均误差 31%',
    );
    expect(runsFinding({ runs, modelInUse: null })).toBe('2 runs, none in use');
    const unchecked = trainingRun({ modelId: 5, report: { holdout: [] } });
    expect(runsFinding({ runs: [unchecked], modelInUse: 5 })).toBe('1 run; run 5 is in use');
  });

  it('say what was set in a line, and the seed alone where there was no net', () => {
    const fit = { epochs: 20, batch: 128, learningRate: 0.003, weightDecay: 0.05 };
    const net = { members: 8, width: 128, augmented: false, fromRidges: true } as const;
    const settings = { ...AUTOMATIC_SETTINGS, seed: 4 };
    const taken = { ...net, fit: { ...fit, dropout: 0.15, clipNorm: 1 } };
    expect(settingsInShort(trainingRun({ report: { settings, net: taken } }))).toBe(
      '8 × 128, 20 epochs, rate 0.003, seed 4',
    );
    expect(settingsInShort(trainingRun({ report: { settings, net: null } }))).toBe(
      'no network, seed 4',
    );
  });

  it('say how a run did against the one before, if they were compared', () => {
    const comparison = {
      modelId: 4,
      judgedOn: 40,
      wape: 0.3,
      wapeBefore: 0.352,
      verdict: 'worse' as const,
    };
    expect(comparisonWords(trainingRun({ comparison }))).toBe(
      'On 40 launches that neither model had seen, its error was 30%; run 4 had 35.2%. The older run stayed in use.',
    );
    expect(comparisonWords(trainingRun())).toBeNull();
  });

  it('name and write every figure, each by a name of its own', () => {
    const figures = runFigures(runOffBy(0.312));
    expect(new Set(FIGURE_NAMES.map(figureLabel)).size).toBe(FIGURE_NAMES.length);
    for (const name of FIGURE_NAMES) {
      expect(figureText(name, figures[name])).not.toMatch(/NaN|undefined|null/);
    }
    expect(figureText('wape', 0.312)).toBe('31.2%');
    expect(figureText('startedFrom', 3)).toBe('Run 3');
    expect(figureText('width', null)).toBe('–');
  });
});
