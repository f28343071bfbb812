import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import type { ColumnFacts } from '#core/import/schema/column-facts.ts';
import MappingForm from '#components/pages/data/import/MappingForm.svelte';

it('flags a column chosen twice on both fields, and reports another choice', () => {
  const onassign = vi.fn<(field: string, header: string | null) => void>();
  const form = mount(MappingForm, {
    target: document.body,
    props: {
      headers: ['sold', 'day'],
      choice: {
        fields: { units: 'sold', orders: 'sold', launchDate: 'day' },
        attributes: [],
        matches: {},
        clashing: new Set(['units', 'orders'] as const),
      },
      onassign,
      facts: new Map(),
      onattribute: () => undefined,
      ...{ horizonDays: 28, onhorizon: () => undefined },
    },
  });
  const select = (label: string) =>
    [...document.querySelectorAll('label')].find((each) => each.textContent.startsWith(label))
      ?.control as HTMLSelectElement;
  expect(select('Units').getAttribute('aria-invalid')).toBe('true');
  expect(select('Orders').getAttribute('aria-invalid')).toBe('true');
  expect(select('Launch date').getAttribute('aria-invalid')).toBeNull();
  select('Orders').value = '';
  select('Orders').dispatchEvent(new Event('change', { bubbles: true }));
  expect(onassign).toHaveBeenCalledWith('orders', null);
  void unmount(form);
});

it('says how sure each proposal is and why, and marks a guess in words', () => {
  const form = mount(MappingForm, {
    target: document.body,
    props: {
      headers: ['sold', 'day', 'name'],
      choice: {
        fields: { units: 'sold', launchDate: 'day', title: 'name' },
        attributes: [],
        matches: {
          units: { header: 'sold', confidence: 'sure', reason: 'same-name' },
          launchDate: { header: 'day', confidence: 'guess', reason: 'only-date-column' },
          title: { header: 'name', confidence: 'sure', reason: 'chosen' },
        },
        clashing: new Set<never>(),
      },
      onassign: () => undefined,
      facts: new Map(),
      onattribute: () => undefined,
      ...{ horizonDays: 28, onhorizon: () => undefined },
    },
  });
  const fieldOf = (label: string) =>
    [...document.querySelectorAll('label')]
      .find((each) => each.textContent.startsWith(label))!
      .closest('.field')!;
  expect(fieldOf('Units').textContent).toContain('Certain: same header');
  expect(fieldOf('Units').textContent).not.toContain('guess');
  expect(fieldOf('Launch date').textContent).toContain('A guess: the only column with dates');
  expect(fieldOf('Launch date').querySelector('.label')!.textContent).toContain('guess');
  expect(fieldOf('Title').textContent).not.toContain('Certain');
  const notes = fieldOf('Launch date').querySelector('select')!.getAttribute('aria-describedby');
  expect(notes!.split(' ').every((id) => document.getElementById(id))).toBe(true);
  void unmount(form);
});

it('says under each free column what it holds, and ties that to its box', () => {
  const form = mount(MappingForm, {
    target: document.body,
    props: {
      headers: ['sold', 'weight', 'box', 'new'],
      choice: {
        ...{ fields: { units: 'sold' }, attributes: ['weight'] },
        ...{ matches: {}, clashing: new Set<never>() },
      },
      facts: new Map<string, ColumnFacts>([
        ['sold', { kind: 'texts', valueCount: 7, filledShare: 1, lack: null }],
        [
          'weight',
          {
            kind: 'numbers',
            range: { low: 0.1, high: 3.4, unit: 'kg' },
            filledShare: 0.96,
            lack: null,
          },
        ],
        ['box', { kind: 'same', text: 'yes', share: 1 }],
      ]),
      onassign: () => undefined,
      onattribute: () => undefined,
      ...{ horizonDays: 28, onhorizon: () => undefined },
    },
  });
  const said = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(
    (box) => {
      const tie = box.getAttribute('aria-describedby');
      return [
        box.labels![0]!.textContent.trim(),
        tie && document.getElementById(tie)!.textContent.replaceAll('\u2060', ''),
      ];
    },
  );
  expect(said).toEqual([
    ['weight', 'Numbers: 0.1–3.4\u00A0kg · 96% filled'],
    ['box', 'The same in all rows: nothing to learn from'],
    ['new', null],
  ]);
  void unmount(form);
});

it('asks over how many days results are counted, within bounds', () => {
  const onhorizon = vi.fn<(days: number) => void>();
  const form = mount(MappingForm, {
    target: document.body,
    props: {
      headers: ['sold'],
      choice: { fields: {}, attributes: [], matches: {}, clashing: new Set<never>() },
      facts: new Map(),
      ...{ onassign: () => undefined, onattribute: () => undefined },
      ...{ horizonDays: 56, onhorizon },
    },
  });
  const label = [...document.querySelectorAll('label')].find((each) =>
    each.textContent.startsWith('Days counted'),
  )!;
  const field = label.control as HTMLInputElement;
  const enter = (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
  };
  expect(field.value).toBe('56');
  enter('3');
  expect(onhorizon).not.toHaveBeenCalled();
  expect(document.body.textContent).toContain('Enter a whole number from 7 to 365.');
  enter('84');
  expect(onhorizon).toHaveBeenCalledExactlyOnceWith(84);
  expect(document.body.textContent).not.toContain('Enter a whole number');
  void unmount(form);
});
