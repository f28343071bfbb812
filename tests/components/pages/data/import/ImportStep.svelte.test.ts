import { flushSync, mount, unmount } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import ImportStep from '#components/pages/data/import/ImportStep.svelte';
import type { FilePreview } from '#core/import/columns/import-report.ts';
import { m } from '#messages';
import { AS_DETECTED, NO_HEADER, type ReadingChoice } from '#core/import/csv/reading-choice.ts';

const preview: FilePreview = {
  kind: 'launches',
  ...{ fileName: 'shop.csv', sizeBytes: 100, encoding: 'utf-8', delimiter: ';', headerRow: 3 },
  headers: ['name', 'day', 'sold', 'buyer'],
  sampleRows: [['Mug', '03/04/2024', '5', 'Ana']],
  mapping: { fields: { title: 'name', launchDate: 'day', units: 'sold' }, attributes: [] },
  matches: {},
  fitting: { dates: ['day'], counts: ['sold'] },
  personal: [{ header: 'buyer', kind: 'name', reason: 'header' }],
  undecidedDates: [{ header: 'day', sample: '03/04/2024' }],
  facts: new Map(),
  parts: [],
  issues: [],
};

interface Shown {
  readonly reading?: ReadingChoice;
  readonly roomBytes?: number | null;
  readonly parts?: FilePreview['parts'];
}

function show({ reading = AS_DETECTED, roomBytes = null, parts = [] }: Shown = {}) {
  const asked = {
    onread: vi.fn<(reading: ReadingChoice) => void>(),
    onorder: vi.fn<(order: string) => void>(),
    onkeep: vi.fn<(header: string, isKept: boolean) => void>(),
  };
  const nothing = () => undefined;
  const step = mount(ImportStep, {
    target: document.body,
    props: {
      opened: {
        ...{ name: 'shop', preview: { ...preview, parts }, mapping: preview.mapping },
        ...{ matches: {}, kept: [] },
        ...{ reading, nextReading: null, dateOrder: null },
      },
      undecidedDate: preview.undecidedDates[0]!,
      ...{ clashing: new Set<never>(), issues: [], isReady: true, roomBytes },
      ...asked,
      ...{ onassign: nothing, onattribute: nothing, onrename: nothing, onimport: nothing },
      oncancel: nothing,
      ...{ horizonDays: 28, onhorizon: nothing },
    },
  });
  flushSync();
  return { ...asked, close: () => unmount(step) };
}

function control(label: string): HTMLSelectElement & HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((each) =>
    each.textContent.trim().startsWith(label),
  );
  return found!.control as HTMLSelectElement & HTMLInputElement;
}

function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the import step', () => {
  it('names the sheets of a workbook, and reads the one that is chosen', async () => {
    const part = (name: string) => ({ name, kind: 'sheet' as const, sizeBytes: 9 });
    const [isRead, isHidden, isEmpty] = [false, false, false];
    const { onread, close } = show({
      reading: { ...AS_DETECTED, headerRow: 3 },
      parts: [
        { ...part('Spring'), isRead: true, isHidden, isEmpty },
        { ...part('Autumn'), isRead, isHidden, isEmpty },
        { ...part('Lists'), isRead, isHidden: true, isEmpty },
        { ...part('Notes'), isRead, isHidden, isEmpty: true },
      ],
    });
    const sheet = control('Sheet');
    const labels = [...sheet.options].map(({ textContent }) => textContent);
    expect(labels).toEqual(['Spring', 'Autumn', 'Lists (hidden)']);
    expect(sheet.value).toBe('Spring');
    expect(document.body.textContent).toContain(
      'Not read: Autumn, Lists (hidden) and Notes (empty)',
    );
    // How one sheet is read says nothing of another.
    choose(sheet, 'Autumn');
    expect(onread).toHaveBeenLastCalledWith({ ...AS_DETECTED, part: 'Autumn' });
    await close();
  });

  it('asks for no sheet where there is but one', async () => {
    const one = { name: 'Spring', kind: 'sheet' as const, sizeBytes: 9, isRead: true };
    const { close } = show({ parts: [{ ...one, isHidden: false, isEmpty: false }] });
    expect(document.body.textContent).not.toContain('Not read');
    await close();
  });

  it('says how the file was read, and asks for another way', async () => {
    const { onread, close } = show();
    expect(control('Text encoding').selectedOptions[0]!.textContent).toBe('Detected: UTF-8');
    expect(control('Delimiter').selectedOptions[0]!.textContent).toBe('Detected: semicolons');
    expect(control('Header row').selectedOptions[0]!.textContent).toBe('Detected: row 3');
    choose(control('Header row'), '2');
    expect(onread).toHaveBeenLastCalledWith({ ...AS_DETECTED, headerRow: 2 });
    choose(control('Header row'), '0');
    expect(onread).toHaveBeenLastCalledWith({ ...AS_DETECTED, headerRow: NO_HEADER });
    choose(control('Text encoding'), 'gb18030');
    expect(onread).toHaveBeenLastCalledWith({ ...AS_DETECTED, encoding: 'gb18030' });
    await close();
  });

  it('shows what was chosen, and leaves it to Debut again', async () => {
    const { onread, close } = show({ reading: { ...AS_DETECTED, delimiter: ',' } });
    expect(control('Delimiter').value).toBe(',');
    choose(control('Delimiter'), '');
    expect(onread).toHaveBeenLastCalledWith(AS_DETECTED);
    await close();
  });

  it('asks which day a date means', async () => {
    const { onorder, close } = show();
    expect(control('3 April 2024').checked).toBe(false);
    control('4 March 2024').click();
    expect(onorder).toHaveBeenCalledExactlyOnceWith('month-first');
    await close();
  });

  it('keeps personal columns out of every choice, unless the seller stores one', async () => {
    const { onkeep, close } = show();
    const offered = [...control('Title').options].map(({ value }) => value);
    expect(offered).toEqual(['', 'name', 'day', 'sold']);
    expect(document.body.textContent).toContain('People’s names, according to the header');
    control('Store “buyer” anyway').click();
    expect(onkeep).toHaveBeenCalledExactlyOnceWith('buyer', true);
    await close();
  });

  it('warns before a file is stored that may not fit, and of no other', async () => {
    for (const [roomBytes, isTight] of [
      [99, true],
      [100, false],
      [null, false],
    ] as const) {
      const { close } = show({ roomBytes });
      expect(document.body.textContent.includes(m.feedback_tight())).toBe(isTight);
      await close();
    }
  });
});
