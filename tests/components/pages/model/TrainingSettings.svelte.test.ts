import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import TrainingSettingsForm from '#components/pages/model/TrainingSettings.svelte';
import {
  AUTOMATIC_SETTINGS,
  automaticValue,
  type SettingName,
  type TrainingSettings,
} from '#core/model/training/training-settings.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

function shown({
  disabled = false,
  ...own
}: Partial<TrainingSettings & { disabled: boolean }> = {}) {
  const settings = { ...AUTOMATIC_SETTINGS, ...own };
  const onset = vi.fn<(name: SettingName, value: number | null) => void>();
  const onreset = vi.fn<() => void>();
  const form = mount(TrainingSettingsForm, {
    target: document.body,
    props: {
      settings,
      automatic: (name: SettingName) => automaticValue(name, 2000, null),
      disabled,
      onset,
      onreset,
    },
  });
  leave = () => void unmount(form);
  return { onset, onreset };
}

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((each) =>
    each.textContent.startsWith(label),
  );
  return found!.control as HTMLInputElement;
}

function enter(label: string, text: string): void {
  const input = field(label);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
}

function noteOf(label: string): string {
  return document.getElementById(field(label).getAttribute('aria-describedby')!)!.textContent;
}

const resetButton = () => document.querySelector('button')!;
const spoken = () => document.querySelector('[role="status"]')!.textContent;

describe('the advanced settings', () => {
  it('are closed at first, and say that all is automatic', () => {
    shown();
    const details = document.querySelector('details')!;
    expect(details.open).toBe(false);
    expect(details.querySelector('summary')!.textContent).toMatch(/Advanced\s*Automatic/);
    expect(resetButton().disabled).toBe(true);
  });

  it('show what automatic takes, and how far each may go', () => {
    shown();
    expect(field('Width').value).toBe('');
    expect(field('Width').placeholder).toBe('automatic: 128');
    expect(field('Learning rate').placeholder).toBe('automatic: 0.003');
    expect(field('Search time').placeholder).toBe('automatic: 20');
    expect(noteOf('Batch')).toBe('Launches per step. From 8 to 1,024.');
    expect(noteOf('Learning rate')).toContain('From 0.00001 to 0.02.');
  });

  it('show and count what was set', () => {
    shown({ searchSeconds: 0, batch: 64 });
    expect(field('Search time').value).toBe('0');
    expect(field('Batch').value).toBe('64');
    expect(document.querySelector('summary')!.textContent).toContain('2 values set by you');
    expect(resetButton().disabled).toBe(false);
  });

  it('report a number once it is entered, and an emptied field as automatic', () => {
    const { onset } = shown({ seed: 7 });
    enter('Weight decay', '0.2');
    expect(onset).toHaveBeenLastCalledWith('weightDecay', 0.2);
    enter('Seed', '');
    expect(onset).toHaveBeenLastCalledWith('seed', null);
  });

  it.each(['4', '2000', '32.5'])('tell beside the field that a batch of %s is not used', (text) => {
    const { onset } = shown();
    const message = 'Enter a whole number from 8 to 1,024. Until then, Debut chooses it.';
    enter('Batch', text);
    expect(onset).toHaveBeenLastCalledWith('batch', null);
    expect(field('Batch').value).toBe(text);
    expect(field('Batch').getAttribute('aria-invalid')).toBe('true');
    expect(noteOf('Batch')).toBe(message);
    expect(spoken()).toBe(`Batch size: ${message}`);
    enter('Batch', '64');
    expect(onset).toHaveBeenLastCalledWith('batch', 64);
    expect(field('Batch').getAttribute('aria-invalid')).toBeNull();
    expect(spoken()).toBe('');
  });

  it('go back to automatic, wrong entries too, and keep the focus', () => {
    const { onreset } = shown();
    enter('Width', '4');
    expect(resetButton().disabled).toBe(false);
    resetButton().click();
    flushSync();
    expect(onreset).toHaveBeenCalledOnce();
    expect(field('Width').value).toBe('');
    expect(field('Width').getAttribute('aria-invalid')).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('fieldset'));
    expect(spoken()).toBe('All values are automatic again.');
  });

  it('cannot be changed while a training runs', () => {
    shown({ disabled: true, seed: 7 });
    expect(document.querySelector('fieldset')!.disabled).toBe(true);
    expect(resetButton().disabled).toBe(true);
  });
});
