import { day, such, type Form } from './form.ts';

/** Launches are dated 1900 to 2100; planned and derived days stay within a few years of that. Days since 1970. */
const FIRST = -29_219;
const LAST = 87_657;

/** A day from 1890 to 2209. A page would never finish drawing a calendar or an axis to a day further away. */
export const nearDay: Form<number> = such(day, 'a day near ours', isNearDay);

export function isNearDay(value: number): boolean {
  return value >= FIRST && value <= LAST;
}
