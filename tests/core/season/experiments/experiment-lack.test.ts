import { expect, it } from 'vitest';
import { experimentLack } from '#core/season/experiments/experiment-lack.ts';

it('names what is missing before experiments can be looked for', () => {
  const arms = { between: 0.3, noise: 0.7, channels: ['social', 'own store'], categories: [] };
  const channels = arms.channels.map((name) => ({ name, fee: 0 }));
  expect(experimentLack({ channels: [] })).toBe('channels');
  expect(experimentLack({ channels: channels.slice(1), arms })).toBe('channels');
  expect(experimentLack({ channels })).toBe('plans');
  expect(experimentLack({ channels, arms })).toBeNull();
});
