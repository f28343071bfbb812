import { day, such, type Form } from '../model-file/form.ts';

/** Launches are of 1900 to 2100; what is planned and counted from them stays within a few years of it. */
const FIRST = -29_219;
const LAST = 87_657;

/** A day that calendars and axes can be drawn to: from 1890 to 2209. A farther one would have a page draw for ever. */
export const nearDay: Form<number> = such(day, 'a day near ours', (value) => {
  return value >= FIRST && value <= LAST;
});
