import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import LeftOut from '#components/pages/calendar/left-out/LeftOut.svelte';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { viewSeason } from '#core/season/calendar/season-view.ts';
import type { PlacedChange, WeekChange } from '#core/season/calendar/week-changes.ts';
import { SAMPLE_MONDAY } from '../../../../support/ranking.ts';
import { seasonOffers } from '../../../../support/season-offers.ts';

const offers = seasonOffers({ products: 8 });
const week = SAMPLE_MONDAY;
let close: () => void = () => undefined;
afterEach(() => close());

const possible = (change: number, breaks: PlacedChange['breaks'] = []): WeekChange => ({
  ...{ kind: 'possible', week, change, merit: change, breaks },
  placement: { productId: 'p0', week, channel: 'Email', adSpend: 60, stockUnits: 5 },
});

function show(
  ids: readonly string[],
  changes: readonly WeekChange[],
  wish: SeasonLimits['wishes'] = {},
) {
  const limits = { ...usualLimits(week), stockBudget: 900, wishes: wish };
  const view = viewSeason({ offers, limits }, seasonProblem(offers, limits), []);
  const asked = {
    oninclude: vi.fn<(id: string, change: PlacedChange) => void>(),
    onselect: vi.fn<(id: string) => void>(),
  };
  const list = mount(LeftOut, {
    target: document.body,
    props: {
      ...{ view, ids, isHeld: false, ...asked },
      changesOf: () => changes,
      titleOf: (id: string) => `Title of ${id}`,
    },
  });
  flushSync();
  close = () => void unmount(list);
  return asked;
}

const text = () => document.body.textContent;
const press = (words: string) => {
  const button = [...document.querySelectorAll('button')].find((each) =>
    each.textContent.includes(words),
  );
  button!.click();
  flushSync();
};

describe('what is left out', () => {
  it('says what its best week would change, and can be had in all the same', () => {
    const { oninclude, onselect } = show(['p0'], [possible(-900), possible(-540)]);
    expect(text()).toContain('In Week 11, 9\u00A0Mar it would bring ');
    expect(text()).toContain('from similar launches: 540 less in total.');
    press('Include anyway: 540 less');
    expect(oninclude).toHaveBeenCalledExactlyOnceWith('p0', possible(-540));
    press('Title of p0');
    expect(onselect).toHaveBeenCalledExactlyOnceWith('p0');
  });

  it('says which limit leaves no room for it', () => {
    show(['p0'], [possible(800, [{ kind: 'stock-budget' }])]);
    expect(text()).toContain(
      'It would bring 800 more in Week 11, 9\u00A0Mar, but does not fit within your limits: Stock cost exceeds 900.',
    );
    expect(text()).toContain('Leaving out one other launch would not make room.');
  });

  it('says that the seller left it out, that no week is open, or that none was ever tried', () => {
    show(['p0'], [possible(100)], { p0: { isLeftOut: true } });
    expect(text()).toContain('You left it out. In Week 11, 9\u00A0Mar, it would bring 100 more.');
    close();
    show(['p0'], [{ kind: 'impossible', week, reason: 'closed' }]);
    expect(text()).toContain('The 1 week of this season is closed.');
    close();
    show(['p0'], [{ kind: 'impossible', week, reason: 'never-tried' }]);
    expect(text()).toContain(
      'Never tried in the 1 week of this season that is left, so there is no forecast.',
    );
  });

  it('is shown a few at a time, and may be nothing', () => {
    show(
      offers.products.map(({ productId }) => productId),
      [possible(-1)],
    );
    expect(document.querySelectorAll('h3')).toHaveLength(5);
    press('Show 3 more');
    expect(document.querySelectorAll('h3')).toHaveLength(8);
    close();
    show([], []);
    expect(text()).toContain('Every product has a week.');
  });
});
