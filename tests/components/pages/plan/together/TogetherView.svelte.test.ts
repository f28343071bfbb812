import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import TogetherView from '#components/pages/plan/together/TogetherView.svelte';
import type {
  Associations,
  BoughtTogether,
  HaloEffect,
} from '#core/model/associations/associations.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

function effect(launched: string, other: string, units: number): HaloEffect {
  const [low90, high90] = units > 0 ? [4, 35] : [-35, -4];
  return { launched, other, units, low90, high90, launchCount: 12, otherPrice: 5 };
}

function pair(firstTitle: string, secondTitle: string): BoughtTogether {
  return {
    ...{ first: firstTitle, second: secondTitle, firstTitle, secondTitle },
    ...{ both: 120, withFirst: 1000, withSecond: 400, lift: 3.25, low90: 2.5, high90: 4 },
  };
}

const study: Associations = {
  ...{
    orderCount: 2000,
    basketCount: 900,
    firstDay: 18_000,
    lastDay: 18_700,
    grouping: 'category',
  },
  together: [pair('Blue mug', 'Green tea'), pair('Spoon', 'Bowl')],
  groupsTogether: [pair('Mugs', 'Tea')],
  halo: {
    ...{ launchCount: 40, weeks: 8, testedPairs: 30 },
    effects: [effect('Mugs', 'Tea', 18), effect('Tea', 'Tea', -12)],
  },
};

function show(given: Associations | null) {
  shown = mount(TogetherView, {
    target,
    props: { study: given, planHref: '/plan/', dataHref: '/data/' },
  });
  flushSync();
}

const sections = () => [...target.querySelectorAll('section')];

describe('what goes together', () => {
  it('tells an effect from an association, each with a picture and a table', () => {
    show(study);
    expect(target.querySelector('h1')!.textContent).toBe('What goes together');
    const [halo, pairs] = sections();
    expect(halo!.querySelector('h2')!.textContent).toBe('Launches bring');
    expect(halo!.textContent).toContain('Mugs');
    expect(pairs!.querySelector('h2')!.textContent).toBe('Bought together');
    expect(pairs!.textContent).toContain('not an effect');
    expect(halo!.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(
      sections().map((section) => section.querySelectorAll('figure svg .arc').length > 0),
    ).toEqual([true, true]);
    expect(target.textContent).not.toMatch(/NaN|undefined/);
  });

  it('says what a launch brings or takes, with its range', () => {
    show(study);
    const words = target.textContent;
    expect(words).toContain('A launch of “Mugs” brings about 18 more of “Tea” in 8 weeks');
    expect(words).toMatch(/takes about 12 from its other products in 8 weeks \(90% range 4.*35\)/);
  });

  it('shows the sign of an effect by a dash and a minus, not by colour alone', () => {
    show(study);
    const figure = sections()[0]!.querySelector('figure')!;
    expect(figure.querySelectorAll('.drawing .negative .arc[stroke-dasharray]')).toHaveLength(1);
    const marks = [...figure.querySelectorAll('.drawing .mark')].map((mark) =>
      mark.getAttribute('d')!,
    );
    expect(marks.map((mark) => mark.includes('v7'))).toEqual([true, false]);
  });

  it('is read arc by arc with the keyboard', () => {
    show(study);
    const stop = sections()[0]!.querySelector<HTMLElement>('[role=slider]')!;
    expect(stop.getAttribute('aria-valuetext')).toContain('Mugs');
    stop.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    flushSync();
    expect(stop.getAttribute('aria-valuetext')).toContain('takes about 12');
  });

  it('says why there are no effects: none was tested, or none stands', () => {
    show({ ...study, halo: { launchCount: 0, weeks: 8, effects: [], testedPairs: 0 } });
    expect(target.textContent).toContain('No effect could be tested');
    expect(target.textContent).toContain('are in one order 3.3 times as often');
  });

  it('says what stands out where nothing does', () => {
    show({
      ...study,
      together: [],
      groupsTogether: [],
      halo: { launchCount: 40, weeks: 8, effects: [], testedPairs: 30 },
    });
    expect(target.textContent).toContain('nothing stands out');
    expect(target.textContent).toContain('30 pairs of categories were tested');
    expect(target.querySelectorAll('figure')).toHaveLength(0);
  });

  it('speaks of groups where themes of titles stand for categories', () => {
    const none = { launchCount: 40, weeks: 8, effects: [] };
    for (const testedPairs of [0, 30]) {
      show({ ...study, grouping: 'theme', halo: { ...none, testedPairs } });
      expect(target.textContent).toContain('groups of products');
      expect(target.textContent).not.toContain('ategor');
      void unmount(shown!);
    }
    show({ ...study, grouping: 'theme' });
    expect(target.textContent).not.toContain('ategor');
  });

  it('never says 1.0 times as often as chance', () => {
    const close = { ...pair('Bowls', 'Tea'), lift: 1.03, low90: 1.01, high90: 1.05 };
    show({ ...study, together: [], groupsTogether: [close], halo: { ...study.halo, effects: [] } });
    expect(target.textContent).toContain('are in one order 1.03 times as often');
    expect(target.textContent).not.toContain('1.0 times');
  });

  it('asks for order exports where none were read', () => {
    show(null);
    expect(target.querySelector('a')!.getAttribute('href')).toBe('/data/');
    expect(target.textContent).toContain('order exports');
  });
});
