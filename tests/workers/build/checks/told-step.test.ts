import { afterEach, expect, it, vi } from 'vitest';
import { toldStep } from '#workers/build/checks/told-step.js';

afterEach(() => vi.restoreAllMocks());

function listen(): () => string {
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    said += `${text}\n`;
  });
  return () => said;
}

it('says what is done and how long it took, and keeps what it printed to itself', async () => {
  const said = listen();
  const work = () => Promise.resolve({ status: 0, output: 'a warning' });
  expect(await toldStep('Building the app', work)).toBe(true);
  expect(said()).toBe('Building the app … 0 s\n');
});

it('shows what was printed where the work fails', async () => {
  const said = listen();
  const work = () => Promise.resolve({ status: 2, output: 'no space left\n' });
  expect(await toldStep('Building the app', work)).toBe(false);
  expect(said()).toContain('failed after 0 s:\n\nno space left');
});
