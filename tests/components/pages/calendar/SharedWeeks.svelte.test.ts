import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import SharedWeeks from '#components/pages/calendar/SharedWeeks.svelte';
import { sharedWeeks } from '#core/season/calendar/same-week-pairs.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 12 });

it('shows each shared week a few at a time, and products of the same name', async () => {
  const placements = offers.products.map(({ productId }, i) => ({
    ...{ productId, channel: 'Email', adSpend: 60, stockUnits: 40 },
    week: offers.weeks[Math.floor(i / 2)]!,
  }));
  const weeks = sharedWeeks(offers, placements, () => 80);
  const { competition } = offers;
  const list = mount(SharedWeeks, {
    target: document.body,
    props: { weeks, competition, titleOf: () => 'Mug' },
  });
  flushSync();
  expect(document.querySelectorAll('h3')).toHaveLength(4);
  expect(document.body.textContent).toContain('Mug and Mug take about');
  document.querySelector('button')!.click();
  flushSync();
  expect(document.querySelectorAll('h3')).toHaveLength(6);
  await unmount(list);

  const together = placements.map((each) => ({ ...each, week: offers.weeks[0]! }));
  const all = mount(SharedWeeks, {
    target: document.body,
    props: { weeks: sharedWeeks(offers, together, () => 80), competition, titleOf: () => 'Mug' },
  });
  flushSync();
  expect(document.querySelectorAll('p.small:not(.muted)')).toHaveLength(12);
  expect(document.body.textContent).toContain(
    'Practically no effect on each other: the other 55 pairs',
  );
  await unmount(all);
});
