import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import EarlierOrigins from '#components/pages/evidence/EarlierOrigins.svelte';
import type { TrainingReport } from '#core/model/training/training-report.ts';

function shown(report: Partial<TrainingReport>): HTMLElement {
  const target = document.createElement('div');
  const props = { report: report as TrainingReport, hasCategories: true };
  const origins = mount(EarlierOrigins, { target, props });
  const copy = target.cloneNode(true) as HTMLElement;
  void unmount(origins);
  return copy;
}

const score = (firstDay: number, learntFrom: number) => ({
  firstDay,
  learntFrom,
  judgedOn: 240,
  blendWape: 0.61,
  medianWape: 0.8,
});

it('say from when, from how many launches, and how far off Debut and the median were', () => {
  const section = shown({ crossValidation: [score(19_000, 880), score(19_200, 1120)] });
  expect(section.querySelector('h2')!.textContent).toBe('Backtests from earlier dates');
  const rows = [...section.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ['8 January 2022', '880', '240', '61%', '80%'],
    ['27 July 2022', '1,120', '240', '61%', '80%'],
  ]);
  expect(section.textContent).toContain('looks slightly better here than it is');
});

it('say how many launches fell inside ranges that earlier origins gave, where that was measured', () => {
  const crossValidation = [score(19_000, 880), { ...score(19_200, 1120), covered80: 0.66 }];
  const section = shown({ crossValidation });
  const [header, ...cells] = [...section.querySelectorAll('tr')].map(({ lastElementChild }) =>
    lastElementChild!.textContent.trim(),
  );
  expect(header).toMatch(/^80% range/);
  expect(cells).toEqual(['–', '66%']);
});

it('are not shown where there are none', () => {
  expect(shown({ crossValidation: [] }).textContent.trim()).toBe('');
});
