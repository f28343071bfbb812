import { expect, it } from 'vitest';
import { forecastRows, inputFindings } from '#components/pages/model/live/finding-words.ts';
import type { TrainingFinding } from '#core/model/training/training-finding.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { m } from '#messages';

const score = { withR2: 0.52, withoutR2: 0.47, judgedOn: 80, isKept: true };
const FINDINGS: readonly TrainingFinding[] = [
  { kind: 'input', input: 'meaning', score },
  { kind: 'input', input: 'looks', score },
  {
    ...{ kind: 'forecast', by: 'ridge', on: 'backtest', firstDay: dayFromCalendar(2025, 3, 8) },
    ...{ judgedOn: 120, wape: 0.463 },
    came: { expected: 100, low80: 52, low50: 75, high50: 140, high80: 210 },
  },
];

it('tells what the language model and pictures add', () => {
  const shares = { with: '52%', without: '47%' };
  expect(inputFindings(FINDINGS)).toEqual([
    { name: m.model_found_meaning(), text: m.model_meaning_kept(shares) },
    { name: m.model_found_looks(), text: m.model_looks_kept(shares) },
  ]);
});

it('tells of each forecast by whom, of what, how far off and how wide', () => {
  const rows = (change: object = {}) =>
    forecastRows([...FINDINGS.slice(0, 2), { ...FINDINGS[2]!, ...change }], {
      hasCategories: true,
    });
  expect(rows()).toMatchObject([
    {
      ...{ label: m.model_method_ridge(), note: 'Backtest: 120 launches from 8 March 2025 on' },
      ...{ text: '46%', remark: '52\u2060–\u2060210', tone: 'habit' },
    },
  ]);
  const note = m.model_found_test({ launches: '120', day: '8 March 2025' });
  expect(rows({ by: 'debut', on: 'test' })).toMatchObject([{ note, tone: 'plan' }]);
});
