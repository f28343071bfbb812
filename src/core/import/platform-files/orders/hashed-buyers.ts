import { fingerprint } from '#core/base/bytes/fingerprint.ts';
import { mapTexts, type CodedColumn } from '#core/import/csv/coded-column.ts';
import { isMissing } from '#core/import/values/read-text.ts';
import type { ClockChoice } from '../wall-clock.ts';

export interface OrderReading extends Pick<ClockChoice, 'timeZone'> {
  /** Random text that only this reading knows; absent where buyers are not to be told apart. */
  readonly buyerSalt?: string;
}

/** Replaces what tells buyers apart by a hash that cannot be computed without the salt; '' where nothing does. */
export function hashedBuyers(keys: CodedColumn, { buyerSalt }: OrderReading): CodedColumn {
  return mapTexts(keys, (key) => (buyerSalt === undefined ? '' : hashedBuyer(key, buyerSalt)));
}

/** What shops write where nobody is named. */
const NOBODY = new Set([
  ...['0', 'guest', 'guest customer', 'guest user', 'anonymous', 'walk-in', 'walk-in customer'],
  ...['gast', 'invité', 'invitado', '匿名', '访客', '游客', '散客', 'ゲスト'],
]);
/** Half and full width: platforms mask names with them, so that several buyers look alike. */
const MASK = /[*＊]/;

/** Returns the hash of one buyer's key; '' where it names none: shops write 0 for guests, and mask names with stars. */
export function hashedBuyer(key: string, salt: string): string {
  const written = key.trim().toLowerCase();
  const isNobody = isMissing(written) || NOBODY.has(written) || MASK.test(written);
  return isNobody ? '' : fingerprint([salt, written]).toString(36);
}
