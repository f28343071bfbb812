import { expect, it, vi } from 'vitest';
import type { ForeseenDemand, ShopOutlook } from '#core/demand/forecast/category-outlook.ts';
import { DemandOutlook, type OutlookPorts } from '#state/data/demand/demand-outlook.svelte.ts';

const foreseen = (weekCount: number): ForeseenDemand => ({
  outlook: { weekCount } as ShopOutlook,
  terms: [],
});

function watched(foreseeDemand: OutlookPorts['foreseeDemand']) {
  return new DemandOutlook(4, { foreseeDemand });
}

it('foresees demand once for what is known', async () => {
  const foreseeDemand = vi.fn<OutlookPorts['foreseeDemand']>(() => Promise.resolve(foreseen(60)));
  const outlook = watched(foreseeDemand);
  expect(outlook.current).toBeUndefined();
  const known = {};
  await Promise.all([outlook.follow(known), outlook.follow(known)]);
  expect(foreseeDemand).toHaveBeenCalledTimes(1);
  expect(outlook.current?.outlook?.weekCount).toBe(60);
});

it('shows the last outlook while another is made, and only the newest', async () => {
  let answer: (outlook: ForeseenDemand) => void = () => undefined;
  const foreseeDemand = vi.fn<OutlookPorts['foreseeDemand']>();
  foreseeDemand.mockResolvedValueOnce(foreseen(60));
  foreseeDemand.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  foreseeDemand.mockResolvedValueOnce({ outlook: null, terms: [] });
  const outlook = watched(foreseeDemand);
  await outlook.follow({});
  const slow = outlook.follow({});
  expect(outlook.isRunning).toBe(true);
  expect(outlook.current?.outlook?.weekCount).toBe(60);
  await outlook.follow({});
  answer(foreseen(99));
  await slow;
  expect(outlook.current?.outlook).toBeNull();
});

it('tells what failed', async () => {
  const outlook = watched(() => Promise.reject(new Error('gone')));
  await outlook.follow({});
  expect(outlook.failure).toEqual(new Error('gone'));
  expect(outlook.isRunning).toBe(false);
});
