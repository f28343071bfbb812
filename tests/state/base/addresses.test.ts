import { expect, it } from 'vitest';
import { isOtherPlace } from '#state/base/addresses.ts';

const at = (path: string) => new URL(path, 'https://shop.example');

it.each([
  { from: '/data/?dataset=1', to: '/data/?view=launches&dataset=1&sort=-units', isOther: false },
  { from: '/data/?find=mug&dataset=1', to: '/data/?dataset=1&column=title', isOther: false },
  { from: '/data/?dataset=1', to: '/data/?dataset=2', isOther: true },
  { from: '/plan/?dataset=1', to: '/plan/?dataset=1&product=mug', isOther: true },
  { from: '/data/', to: '/model/', isOther: true },
])('from $from to $to is another place: $isOther', ({ from, to, isOther }) => {
  expect(isOtherPlace(at(from), at(to))).toBe(isOther);
});
