import { expect, it } from 'vitest';
import { limitFindings } from '#components/ui/feedback/limit-words.ts';
import { m } from '#messages';

const titles = (...limits: Parameters<typeof limitFindings>[0]) =>
  limitFindings(limits).map(({ title }) => title);

it('says what the data cannot tell, and what that means', () => {
  const advice = m.feedback_limit_no_cost_advice();
  const title = 'Profit rests on an assumed unit cost';
  expect(limitFindings(['no-cost'])).toEqual([{ icon: 'note', title, advice }]);
});

it('leaves out a limit that says nothing new beside another', () => {
  expect(titles('no-fees', 'no-channel')).toEqual([m.feedback_limit_no_channel_title()]);
  const list = [m.feedback_limit_no_list_price_title()];
  expect(titles('no-price-variation', 'no-list-price', 'no-cost', 'no-fees')).toEqual(list);
});
