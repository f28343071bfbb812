import { mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import DatasetOverview from '#components/pages/data/DatasetOverview.svelte';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { Issue } from '#core/import/csv/issues.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

const issue = (kind: Issue['kind'], severity: Issue['severity']): Issue => ({
  ...{ kind, severity, field: null, column: null },
  ...{ rowCount: 12, rows: [40, 41], samples: [], treatment: null },
});

function buttonsWith(issues: readonly Issue[], title: string | undefined) {
  const onplan = vi.fn();
  const mapping = { fields: title === undefined ? {} : { title }, attributes: [] };
  const counts = { rowsRead: 52, rowsUsed: 40, rowsSetAside: 12 };
  const report = { ...counts, issues, mapping } as unknown as ImportReport;
  const overview = { months: [], units: { bins: [], median: 0 } };
  const page = mount(DatasetOverview, {
    target: document.body,
    props: {
      report,
      ...{ overview, limits: undefined, onplan, isPlanning: false },
    },
  });
  leave = () => void unmount(page);
  const buttons = [...document.querySelectorAll('button')].filter(
    (button) => button.textContent.trim() === 'Plan these products',
  );
  return { buttons, onplan };
}

it('offers to plan the products whose results are empty, next to what says so', () => {
  const issues = [issue('outlier', 'info'), issue('missing-outcome', 'warning')];
  const { buttons, onplan } = buttonsWith(issues, 'title');
  expect(buttons).toHaveLength(1);
  const id = buttons[0]!.getAttribute('aria-describedby')!;
  expect(document.getElementById(id)!.textContent).toBe('12 rows have no result');
  buttons[0]!.click();
  expect(onplan).toHaveBeenCalledOnce();
});

it('offers nothing where all rows have results, or products have no titles', () => {
  expect(buttonsWith([issue('ragged-row', 'warning')], 'title').buttons).toEqual([]);
  leave();
  expect(buttonsWith([issue('missing-outcome', 'warning')], undefined).buttons).toEqual([]);
});
