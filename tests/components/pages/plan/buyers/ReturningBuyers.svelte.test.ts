import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import ReturningBuyers from '#components/pages/plan/buyers/ReturningBuyers.svelte';
import type { BuyerStudy } from '#core/model/segments/buyer-study.ts';
import { sampleBuyerGroup, sampleBuyerStudy } from '../../../../support/buyer-study.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

const launch = { title: 'Red lamp', category: 'Lamps', price: 20, day: 15_400 };

function show(study: BuyerStudy, onNewsletter = () => undefined) {
  const props = { study, launch, isBusy: false, onNewsletter };
  shown = mount(ReturningBuyers, { target, props });
  flushSync();
}

it('says how many come back, with range, floor, ads and offer', () => {
  show(sampleBuyerStudy());
  // 85 and 40.5 times and over exp(1.6 · 0.3), less a half.
  expect(target.querySelector('h3')!.textContent.replaceAll('\u2060', '')).toBe(
    'About 85 past buyers may come back for this launch (90% range 52–140)',
  );
  expect(target.textContent).toContain('Order at least 24 units for week one');
  expect(target.textContent).toContain('Aim ads at other people');
  expect(target.textContent).toContain('6% of what regular buyers bought was at a discount');
  expect(target.textContent).not.toContain('NaN');
});

it('warns of promotions where regular buyers live on them', () => {
  const groups = [sampleBuyerGroup({ discountShare: 0.5 })];
  show(sampleBuyerStudy({ habits: { groups, agreement: 1, lack: null } }));
  expect(target.textContent).toContain('so keep it small');
});

it('gives no floor where past buyers may buy nothing', () => {
  const study = sampleBuyerStudy();
  const returning = study.returning!;
  const firstWeekUnits = { ...returning.firstWeekUnits, low90: -20 };
  show({ ...study, returning: { ...returning, firstWeekUnits } });
  expect(target.textContent).toContain('They set no floor for week one');
});

it('never says that about 0 come back', () => {
  const study = sampleBuyerStudy();
  const returning = study.returning!;
  const shrunk = (model: typeof returning.buyers) => ({
    ...model,
    coefficients: [-30, ...model.coefficients.slice(1)],
  });
  show({
    ...study,
    returning: {
      ...returning,
      ...{ buyers: shrunk(returning.buyers), firstWeekUnits: shrunk(returning.firstWeekUnits) },
    },
  });
  expect(target.querySelector('h3')!.textContent).toContain('Hardly any past buyers');
  expect(target.textContent).not.toMatch(/NaN|to 0 units/);
});

it('asks for the newsletter', () => {
  const asked = vi.fn();
  show(sampleBuyerStudy(), asked);
  target.querySelector('button')!.click();
  expect(asked).toHaveBeenCalledOnce();
});

it('says why nothing is known', () => {
  show(sampleBuyerStudy({ returning: null }));
  expect(target.textContent).toContain('too few past launches have ended');
  expect(target.querySelector('button')).toBeNull();
});
