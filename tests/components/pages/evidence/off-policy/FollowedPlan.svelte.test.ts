import { mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import FollowedPlan from '#components/pages/evidence/off-policy/FollowedPlan.svelte';
import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';
import { seededRandom } from '#core/base/random.ts';
import { overwriteGetLocale } from '#messages/runtime';
import { loggedLaunches } from '../../../../support/logged-launches.ts';

afterEach(() => overwriteGetLocale(() => 'en'));

function shown(logged: LoggedLaunches | null, method: 'net' | 'shrinkage' = 'net'): HTMLElement {
  const target = document.createElement('div');
  const section = mount(FollowedPlan, { target, props: { logged, report: { method } } });
  const copy = target.cloneNode(true) as HTMLElement;
  void unmount(section);
  return copy;
}

/** Two ways to launch; the second brings so much more, give or take. */
function launches(count: number, more: number, odds = 1.6): LoggedLaunches {
  const random = seededRandom(3);
  const logged = loggedLaunches(
    Array.from({ length: count }, () => {
      const taken = random() < 0.7 ? 0 : 1;
      const reward = 100 + taken * more + 100 * (random() - 0.5);
      return { taken, reward, chances: [0.7, 0.3], expected: [100, 140] };
    }),
  );
  return { ...logged, strongest: { input: 'attribute:material', odds } };
}

describe('the section about a plan that was not followed', () => {
  it('says what it would have brought, with a range, and from how many launches', () => {
    const section = shown(launches(400, 60));
    expect(section.querySelector('h2')!.textContent).toBe('If you had followed the plan');
    const text = section.querySelector('p.measure')!.textContent;
    expect(text).toMatch(
      /^Each launch would have brought about \d+ more in profit, likely between \d+ more and \d+ more\. /,
    );
    expect(text).toMatch(
      /about \d+ of 400 launches: enough to conclude that the plan would have been better\.$/,
    );
  });

  it('lists four estimates, the model alone marked as such', () => {
    const rows = [...shown(launches(400, 60)).querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.querySelector('th')!.firstChild!.textContent!.trim())).toEqual([
      'Doubly robust',
      'Normalised weighting',
      'Plain weighting',
      'Model only',
    ]);
    expect(rows[3]!.textContent).toContain('As wrong as the model');
    for (const row of rows) expect(row.querySelector('[role=img]')).not.toBeNull();
  });

  it('says that it would have been worse, or that nobody can tell', () => {
    expect(shown(launches(400, -60)).textContent).toContain('your own choices were better');
    const unclear = shown(launches(400, 0)).textContent;
    expect(unclear).toContain('too few to say which would have been better');
    expect(unclear).toMatch(/about 2\.30 less in profit, likely between 7\.10 less and 2\.60 more/);
    expect(unclear).toContain('about the same'); // plain weighting: 0.025 less says no more than that
  });

  it('says on what it rests: temperature, kernel, chances and weights', () => {
    const how = shown(launches(400, 60)).querySelector('details')!.textContent;
    expect(how).toContain('about 5 times as often');
    expect(how).toContain('not at all from four weeks on');
    expect(how).toContain('within 5% above or below');
    expect(how).toContain('a propensity under 2%');
    expect(how).toContain('counts for more than 20.');
  });

  it('says what is assumed, and bounds what hidden reasons could have made of it', () => {
    const text = shown(launches(400, 60)).querySelector('p.hidden')!.textContent;
    expect(text).toMatch(
      /^This assumes that you chose based on what your table shows\. .* as much as “material”, .* up to 1\.6 times/,
    );
    expect(text).toMatch(
      /between \d+ more and \d+ more: a bound, not a range\. Even if they made a choice 10 times as likely/,
    );
    const drawn = shown({ ...launches(400, 60), strongest: { input: 'week', odds: 1.7 } });
    expect(drawn.textContent).toContain('as much as the week,');
  });

  it('leaves open which was better where hidden reasons could explain the difference', () => {
    const section = shown(launches(400, 20, 8));
    expect(section.textContent).toContain('hidden reasons for your choices could explain it');
    expect(section.textContent).toMatch(
      /between \d+ less and \d+ more: a bound, not a range\. If they made a choice \d\.\d times as likely/,
    );
    const unclear = shown(launches(400, 0)).querySelector('p.hidden')!.textContent;
    expect(unclear).toMatch(/a bound, not a range\.$/); // chance explains it already
  });

  it('refuses where too few launches are like the plan, with how many it takes', () => {
    const text = shown(launches(30, 60)).textContent;
    expect(text).toContain('Not enough data: your past choices differ too much');
    expect(text).toMatch(/30 launches count .* about \d+ .* From 30, /);
    expect(text).not.toContain('Doubly robust');
  });

  it('says why where there is no log', () => {
    expect(shown(null).textContent).toContain('This is not known for this model');
    expect(shown(null, 'shrinkage').textContent).toContain('From about 30 launches');
  });

  it('is written in Chinese too', () => {
    overwriteGetLocale(() => 'zh');
    expect(shown(launches(400, 60)).querySelector('p.measure')!.textContent).toMatch(
      /^每次上新的利润会约多 \d+，大概率在多 \d+ 到多 \d+ 之间。400 次上新中/,
    );
    expect(shown(launches(400, 60)).querySelector('p.hidden')!.textContent).toMatch(
      /与“material”影响一样大.*1\.6 倍，真实差别就在多 \d+ 到多 \d+ 之间：这是上下界，不是区间。/,
    );
  });
});
