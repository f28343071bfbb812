import { mount, unmount } from 'svelte';
import { describe, expect, it } from 'vitest';
import MemberWorths from '#components/pages/model/MemberWorths.svelte';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const unseen = { low50: 0, high50: 0, high80: 0.05 };
const report = {
  rows: { training: 300, validation: 60, test: 90 },
  blend: { net: 0, ridge: 0.625, trees: 0.375, analogues: 0, median: 0 },
  holdout: [
    { method: 'debut', wape: 0.31 },
    { method: 'ridge', wape: 0.33 },
    { method: 'trees', wape: 0.35 },
    { method: 'net', wape: 0.4 },
    { method: 'analogues', wape: 0.5 },
    { method: 'category-median', wape: 0.6 },
  ],
  memberWorths: [
    {
      member: 'ridge',
      unseen: { ...unseen, expected: 0.04, low80: 0.02, isClear: true },
      backtests: 0.03,
    },
    {
      member: 'trees',
      unseen: { ...unseen, expected: -0.003, low80: -0.01, isClear: false },
      backtests: 0.001,
    },
  ],
} as unknown as TrainingReport;

function shown(hasCategories = true) {
  const target = document.createElement('div');
  const section = mount(MemberWorths, { target, props: { report, hasCategories } });
  const plain = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
  const rows = [...target.querySelectorAll('tbody tr')].map((row) => ({
    name: plain(row.querySelector('th button') ?? row.querySelector('th')!),
    inOneLine: plain(row.querySelector('th .narrow')!),
    cells: [...row.querySelectorAll('td:not(.mark)')].map(plain),
    mark:
      row.querySelector('[role=img]')?.getAttribute('aria-label')?.replaceAll('\u2060', '') ?? null,
  }));
  const said = { rows, head: plain(target.querySelector('thead')!), text: plain(target) };
  void unmount(section);
  return said;
}

describe('the table of what base models add', () => {
  it('shows weight, error alone, error without it and the rise, with its range in words', () => {
    const { rows, text } = shown();
    expect(rows.slice(0, 3)).toEqual([
      {
        name: 'Ridge regression',
        inOneLine: 'weight 62.5%, error alone 33%, without it 35%',
        cells: ['62.5%', '33%', '35%', '4', '3'],
        mark: 'Change in the error without ridge regression: 4 percentage points, likely 2–5',
      },
      {
        name: 'Boosted trees',
        inOneLine: 'weight 37.5%, error alone 35%, without it 30.7%',
        cells: ['37.5%', '35%', '30.7%', '−0.3 may be chance', '0.1'],
        mark: 'Change in the error without boosted trees: −0.3 percentage points, likely −1 to 5',
      },
      {
        name: 'Neural network',
        inOneLine: 'not used, error alone 40%',
        cells: ['not used', '40%', '–', '–', '–'],
        mark: null,
      },
    ]);
    expect(text).toContain('Without ridge regression, the forecast loses most');
    expect(text).toContain('Each method was left out in turn');
  });

  it('names the median of all launches where there are no categories', () => {
    expect(shown(false).rows.at(-1)!.name).toMatch(/^The median of all launches/);
  });

  it('is written in Chinese, too', () => {
    const { rows, head } = inChinese(() => shown());
    expect(head).toContain('去掉后上升（百分点）');
    expect(rows[1]!.cells[3]).toBe('−0.3 可能是偶然');
    expect(rows[2]!.inOneLine).toBe('未采用，单独误差 40%');
  });
});
