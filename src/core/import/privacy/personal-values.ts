import { readDate } from '../values/read-date.ts';
import type { PersonalKind } from './personal-headers.ts';

export type ValueKind = Extract<PersonalKind, 'email' | 'phone' | 'payment' | 'id-number'>;

/** Returns the kind of personal data that a single clean value looks like, or null. */
export function personalValue(value: string): ValueKind | null {
  if (value.length > LONGEST_VALUE) return null;
  if (EMAIL.test(value)) return 'email';
  if (!/\d{2}/.test(value)) return null;
  if (isChineseIdentity(value)) return 'id-number';
  if (isIban(value) || isCard(value)) return 'payment';
  return isPhone(value) ? 'phone' : null;
}

const LONGEST_VALUE = 120;
const EMAIL = /(?:^|[\s<;,:])[\w.+'%-]+@[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}(?:$|[\s>;,])/u;

/**
 * With a plus abroad, with a leading zero or an area code at home. Always in groups, since bare digits prove nothing.
 */
const PHONES: readonly RegExp[] = [
  /^\+\d[\d\s()./-]{6,20}\d$/,
  /^(?:\+?1[-. ]?)?\(\d{3}\)\s?\d{3}[-. ]\d{4}$/,
  /^(?:1[-. ])?\d{3}([-. ])\d{3}\1\d{4}$/,
  /^0\d{1,4}[ /]\d{3,4}(?:[ -]?\d{1,4}){1,3}$/,
  /^0\d(?:[ .]\d{2}){4}$/,
  /^\(0\d{1,4}\)\s?\d{3,4}[ -]?\d{2,5}$/,
  /^0\d{1,3}-\d{2,4}-\d{4}$/,
  /^\(\d{2}\)\s?9?\d{4}-\d{4}$/,
];
const CHINESE_MOBILE = /^(?:\+?86[- ]?)?1[3-9]\d(?:[ -]?\d{4}){2}$/;
const PHONE_DIGITS = [8, 15] as const;

function isPhone(value: string): boolean {
  if (CHINESE_MOBILE.test(value)) return true;
  const digits = value.replace(/\D/g, '').length;
  const [least, most] = PHONE_DIGITS;
  return (
    digits >= least &&
    digits <= most &&
    PHONES.some((pattern) => pattern.test(value)) &&
    Number.isNaN(readDate(value, 'day-first'))
  );
}

const CARD = /^(?:4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6\d{15})$/;

function isCard(value: string): boolean {
  const digits = value.replace(/[ -]/g, '');
  return CARD.test(digits) && hasLuhnDigit(digits);
}

/** ISO/IEC 7812-1 check digit: every second digit from the right is doubled. */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 1; place <= digits.length; place++) {
    const value = Number(digits.at(-place)) * (place % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** ISO 13616: with the first four characters moved to the end and letters as numbers, the rest modulo 97 is 1. */
function isIban(value: string): boolean {
  const iban = value.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36)))
      rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

const IDENTITY = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx]$/;
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = '10X98765432';

/** GB 11643: seventeen digits, including a date of birth, and a check character. */
function isChineseIdentity(value: string): boolean {
  if (!IDENTITY.test(value)) return false;
  let sum = 0;
  for (const [place, weight] of IDENTITY_WEIGHTS.entries()) sum += weight * Number(value[place]);
  return value[17]!.toUpperCase() === IDENTITY_CHECKS[sum % 11];
}
