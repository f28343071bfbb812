import { mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import SeasonCash from '#components/pages/calendar/money/SeasonCash.svelte';
import { cashFlow } from '#core/planning/cash/cash-flow.ts';
import { SAMPLE_MONDAY } from '../../../../support/ranking.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

it('says what a calendar ties up, and what the usual approach would', () => {
  const flowOf = (days: number[], ...amounts: number[]) =>
    cashFlow({
      days: days.map((day) => SAMPLE_MONDAY + day),
      amounts: [Float64Array.from(amounts)],
    });
  const props = {
    ...{ flow: flowOf([0, 28], -400, 500), usual: flowOf([7, 35], -250, 200) },
    leftover: { value: 84, leftoverLoss: 0.3 },
  };
  const part = mount(SeasonCash, { target: document.body, props });
  leave = () => void unmount(part);
  expect(document.querySelector('figure h3')?.textContent).toMatch(
    /^Expect at most 400 tied up, on 9.Mar; back by 6.Apr$/,
  );
  expect(document.body.textContent).toMatch(
    /After the last payout on 6.Apr: about 100.* not counted; at 70% of its cost, it is worth about 84\./,
  );
  expect(document.body.textContent).toMatch(
    /Your usual approach to the same launches: at most 250, on 16.Mar; not back by 13.Apr\./,
  );
});
