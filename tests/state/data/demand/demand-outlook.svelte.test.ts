import { expect, it, vi } from 'vitest';
import type { ShopOutlook } from '#core/demand/forecast/category-outlook.ts';
import { DemandOutlook, type OutlookPorts } from '#state/data/demand/demand-outlook.svelte.ts';

const outlookOf = (weekCount: number) => ({ weekCount }) as ShopOutlook;

function watched(foreseeDemand: OutlookPorts['foreseeDemand']) {
  return new DemandOutlook(4, { foreseeDemand });
}

it('foresees demand once for what is known', async () => {
  const foreseeDemand = vi.fn<OutlookPorts['foreseeDemand']>(() => Promise.resolve(outlookOf(60)));
  const outlook = watched(foreseeDemand);
  expect(outlook.current).toBeUndefined();
  const known = {};
  await Promise.all([outlook.follow(known), outlook.follow(known)]);
  expect(foreseeDemand).toHaveBeenCalledTimes(1);
  expect(outlook.current?.weekCount).toBe(60);
});

it('shows the last outlook while another is made, and only the newest', async () => {
  let answer: (outlook: ShopOutlook | null) => void = () => undefined;
  const foreseeDemand = vi.fn<OutlookPorts['foreseeDemand']>();
  foreseeDemand.mockResolvedValueOnce(outlookOf(60));
  foreseeDemand.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  foreseeDemand.mockResolvedValueOnce(null);
  const outlook = watched(foreseeDemand);
  await outlook.follow({});
  const slow = outlook.follow({});
  expect(outlook.isRunning).toBe(true);
  expect(outlook.current?.weekCount).toBe(60);
  await outlook.follow({});
  answer(outlookOf(99));
  await slow;
  expect(outlook.current).toBeNull();
});

it('tells what failed', async () => {
  const outlook = watched(() => Promise.reject(new Error('gone')));
  await outlook.follow({});
  expect(outlook.failure).toEqual(new Error('gone'));
  expect(outlook.isRunning).toBe(false);
});
