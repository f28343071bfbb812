// Small combinators that check values from outside sources. A form returns the value typed, without fields that it does
// not name.

import { AppError } from '#core/base/errors.ts';
import { ownValue } from '#core/base/lookup.ts';

/**
 * Returns the checked value. Throws AppError model-file-unreadable at the first part that does not match. `at` is the
 * path of the value, for the message.
 */
export type Form<T> = (value: unknown, at: string) => T;

export const text: Form<string> = simple('text', (value) => typeof value === 'string');
export const truth: Form<boolean> = simple('true or false', (value) => typeof value === 'boolean');
/** Any number, including NaN and infinity. */
export const number: Form<number> = simple('a number', (value) => typeof value === 'number');
export const finite: Form<number> = simple('a finite number', Number.isFinite);
/** A finite number, or NaN where unknown. */
export const finiteOrMissing: Form<number> = simple(
  'a finite number or NaN',
  (value) => Number.isFinite(value) || Number.isNaN(value),
);
export const count: Form<number> = simple('a count', isCount);
export const share: Form<number> = simple(
  'a share of 1',
  (value) => typeof value === 'number' && value >= 0 && value <= 1,
);

/** Milliseconds since 1970, within the range of Date. */
export const moment: Form<number> = simple('a moment', isMoment);
/** Whole days since 1970, within the range of Date. */
export const day: Form<number> = simple(
  'a day',
  (value) => Number.isInteger(value) && isMoment(Number(value) * DAY_MS),
);
const DAY_MS = 86_400_000;
/** The last moment that Date can represent, in milliseconds. */
const LAST_MOMENT = 8.64e15;

/** Accepts one of the keys. They are given as an object, so that the compiler reports missing ones. */
export function oneOf<T extends string>(known: Readonly<Record<T, true>>): Form<T> {
  const names = Object.keys(known).join(', ');
  return simple(`one of ${names}`, (value) => typeof value === 'string' && isKey(known, value));
}

/** Accepts one of the listed texts. */
export function oneIn<T extends string>(known: readonly T[]): Form<T> {
  return simple(`one of ${known.join(', ')}`, (value) => known.includes(value as T));
}

/** Accepts this value only. */
export function exactly<const T extends string | number | true>(expected: T): Form<T> {
  return simple(JSON.stringify(expected), (value) => value === expected);
}

/**
 * Accepts a value that matches any of the forms, and reads it with the first that matches. Throws the error of the last
 * form.
 */
export function either<T>(...forms: readonly Form<T>[]): Form<T> {
  return (value, at) => {
    for (const form of forms.slice(0, -1)) {
      try {
        return form(value, at);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
    return forms.at(-1)!(value, at);
  };
}

/** Accepts null or a value of the form. */
export function nullable<T>(form: Form<T>): Form<T | null> {
  return (value, at) => (value === null ? null : form(value, at));
}

/** Accepts undefined or a value of the form. */
export function optional<T>(form: Form<T>): Form<T | undefined> {
  return (value, at) => (value === undefined ? undefined : form(value, at));
}

/**
 * The same as `optional`, for a field whose type allows it to be absent but not undefined. `object` leaves out absent
 * fields.
 */
export function ifThere<T>(form: Form<T>): Form<T> {
  return (value, at) => (value === undefined ? (undefined as T) : form(value, at));
}

/** Accepts an array whose elements all match the form. */
export function list<T>(form: Form<T>): Form<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw unexpected('a list', value, at);
    return value.map((each, i) => form(each, `${at}/${i}`));
  };
}

/** Accepts an object with any keys whose values all match the form. */
export function record<T>(form: Form<T>): Form<Record<string, T>> {
  return (value, at) => {
    if (!isObject(value)) throw unexpected('an object', value, at);
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, form(each, `${at}/${key}`)]),
    );
  };
}

/**
 * Accepts an object with these fields. Keeps the order of the value's keys; other keys are dropped, and absent ones
 * stay absent.
 */
export function object<T extends object>(fields: {
  readonly [Key in keyof T]-?: Form<T[Key]>;
}): Form<T> {
  const forms = Object.entries<Form<unknown>>(fields);
  return (value, at) => {
    if (!isObject(value)) throw unexpected('an object', value, at);
    const read = new Map(
      forms.map(([key, form]) => [key, form(ownValue(value, key), `${at}/${key}`)]),
    );
    const present = Object.keys(value).filter((key) => read.has(key));
    return Object.fromEntries(present.map((key) => [key, read.get(key)])) as T;
  };
}

type NumberArrayClass = new (length: number) => {
  every(isOne: (value: number) => boolean): boolean;
};

/** Accepts a typed array of this class whose numbers are all finite. */
export function numbers<T extends NumberArrayClass>(kind: T): Form<InstanceType<T>> {
  return simple(`${kind.name} of finite numbers`, (value) => {
    return value instanceof kind && value.every(Number.isFinite);
  });
}

/** Accepts a typed array of this class whose numbers are finite, or NaN where unknown. */
export function numbersOrMissing<T extends NumberArrayClass>(kind: T): Form<InstanceType<T>> {
  return simple(`${kind.name} of finite numbers and NaN`, (value) => {
    return (
      value instanceof kind && value.every((each) => Number.isFinite(each) || Number.isNaN(each))
    );
  });
}

/** Accepts a typed array of this class with any numbers. */
export function anyNumbers<T extends NumberArrayClass>(kind: T): Form<InstanceType<T>> {
  return simple(kind.name, (value) => value instanceof kind);
}

/** Accepts a value that matches the form and a further condition. `expected` describes the condition in the error. */
export function such<T>(form: Form<T>, expected: string, isSo: (value: T) => boolean): Form<T> {
  return (value, at) => {
    const read = form(value, at);
    if (!isSo(read)) throw unexpected(expected, read, at);
    return read;
  };
}

/** Returns the AppError model-file-unreadable for a value that does not match. */
export function unexpected(expected: string, came: unknown, at: string): AppError {
  return new AppError('model-file-unreadable', `expected ${expected} at ${at}, got ${told(came)}`);
}

function told(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  if (ArrayBuffer.isView(value)) return 'a typed array';
  return String(value).slice(0, MOST_TOLD);
}
const MOST_TOLD = 80;

function simple<T>(expected: string, isOne: (value: unknown) => boolean): Form<T> {
  return (value, at) => {
    if (!isOne(value)) throw unexpected(expected, value, at);
    return value as T;
  };
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isMoment(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= LAST_MOMENT;
}

function isKey(known: object, value: string): boolean {
  return Object.hasOwn(known, value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  );
}
