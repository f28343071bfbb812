import { expect, it } from 'vitest';
import { forecastRows, inputFindings } from '#components/pages/model/live/finding-words.ts';
import type { TrainingFinding } from '#core/model/training/training-finding.ts';
import { dayFromCalendar } from '#core/base/dates.ts';

const FINDINGS: readonly TrainingFinding[] = [
  {
    kind: 'input',
    input: 'meaning',
    score: { withR2: 0.52, withoutR2: 0.47, judgedOn: 80, isKept: true },
  },
  {
    ...{ kind: 'forecast', by: 'ridge', on: 'backtest', firstDay: dayFromCalendar(2025, 3, 8) },
    ...{ judgedOn: 120, wape: 0.463 },
    came: { expected: 100, low80: 52, low50: 75, high50: 140, high80: 210 },
  },
];

it('tells what the language model adds', () => {
  expect(inputFindings(FINDINGS)).toEqual([
    {
      name: 'Meaning of names',
      text: 'used: explains 52% of the differences between later launches, 47% without it',
    },
  ]);
});

it('tells of each forecast by whom, of what, how far off and how wide', () => {
  const [row, ...more] = forecastRows(FINDINGS, { hasCategories: true });
  expect(more).toEqual([]);
  expect(row).toMatchObject({
    note: 'Backtest: 120 launches from 8 March 2025 on',
    text: '46%',
    tone: 'habit',
  });
  expect(row!.remark.replaceAll('\u2060', '')).toBe('52–210');
});
