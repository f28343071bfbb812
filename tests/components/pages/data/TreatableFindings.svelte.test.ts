import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import TreatableFindings from '#components/pages/data/TreatableFindings.svelte';
import type { Issue } from '#core/import/csv/issues.ts';
import { findingKey, type Treatments } from '#core/import/csv/treatments.ts';

const repeated: Issue = {
  ...{ kind: 'duplicate-row', severity: 'warning', field: null, column: null },
  ...{ rows: [7, 9], rowCount: 2, samples: [], treatment: { name: 'set-aside', isOn: true } },
};
const unreadable: Issue = { ...repeated, kind: 'unreadable-date', treatment: null };

function shown(canSwitch: boolean, switched: Treatments = {}) {
  const target = document.body;
  const onswitch = vi.fn<(issue: Issue, isOn: boolean) => void>();
  const props = { issues: [repeated, unreadable], canSwitch, isWaiting: false, switched, onswitch };
  const view = mount(TreatableFindings, { target, props });
  flushSync();
  const boxes = [...target.querySelectorAll('input')];
  return { target, boxes, onswitch, close: () => void unmount(view) };
}

it('offer a switch where there is a choice, named by its finding, and say what each costs', () => {
  const { target, boxes, close } = shown(true);
  expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([[true, false]]);
  expect(target.querySelector('label')?.textContent.trim()).toBe('Exclude these rows');
  const about = boxes[0]!.getAttribute('aria-describedby');
  expect(target.querySelector(`[id="${about}"]`)?.textContent).toBe('2 rows repeat another row');
  expect(target.textContent).toContain('Excludes 2 rows');
  close();
});

it('tell when one is switched', () => {
  const { boxes, onswitch, close } = shown(true);
  boxes[0]!.click();
  expect(onswitch).toHaveBeenCalledExactlyOnceWith(repeated, false);
  close();
});

it('show a switch that is on its way, and take no other', () => {
  const { boxes, close } = shown(false, { [findingKey(repeated)]: false });
  expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([[false, true]]);
  close();
});
