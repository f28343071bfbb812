import { expect, it } from 'vitest';
import { aimFields, aimSummary, attitudeWords } from '#components/pages/plan/aim-words.ts';
import { m } from '#messages';
import { AIM_BOUNDS, ATTITUDES, GIVEN_UP, USUAL_AIM } from '#core/planning/plan/aim.ts';

it('asks for every number of an aim once', () => {
  const names = aimFields().map(({ name }) => name);
  expect([...names].sort()).toEqual(Object.keys(AIM_BOUNDS).sort());
});

it('says how much each attitude gives up, as it is reckoned', () => {
  for (const attitude of ATTITUDES.filter((each) => GIVEN_UP[each] > 0)) {
    const { help } = attitudeWords(attitude);
    expect(help).toContain(`${(100 * GIVEN_UP[attitude]).toFixed(1)}%`);
  }
});

it('is said in one line, with the risk where profit is aimed at', () => {
  const cautious = { ...USUAL_AIM, objective: 'profit', attitude: 'cautious' } as const;
  expect(aimSummary(cautious)).toBe('Aim: Profit · risk: Cautious');
  const units = m.plan_aim_present({ objective: m.plan_units() });
  expect(aimSummary({ ...cautious, objective: 'units' })).toBe(units);
  expect(aimSummary(cautious, 'units')).toBe(
    m.plan_aim_unknown({ asked: m.plan_profit(), noun: m.plan_units_noun() }),
  );
});
