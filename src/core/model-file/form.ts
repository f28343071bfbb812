// What a value that somebody else wrote has to look like, put together of small parts. A form gives the value back as what it is,
// without anything that nobody asked for.

import { AppError } from '../errors.ts';
import { ownValue } from '../lookup.ts';

/** Throws AppError model-file-unreadable at the first part that is not as it should be. at: where the value stands */
export type Form<T> = (value: unknown, at: string) => T;

export const text: Form<string> = simple('text', (value) => typeof value === 'string');
export const truth: Form<boolean> = simple('true or false', (value) => typeof value === 'boolean');
/** Any, NaN and infinity included. */
export const number: Form<number> = simple('a number', (value) => typeof value === 'number');
export const finite: Form<number> = simple('a finite number', Number.isFinite);
/** NaN where it is not known. */
export const finiteOrMissing: Form<number> = simple(
  'a finite number or NaN',
  (value) => Number.isFinite(value) || Number.isNaN(value),
);
export const count: Form<number> = simple('a count', isCount);
export const share: Form<number> = simple(
  'a share of 1',
  (value) => typeof value === 'number' && value >= 0 && value <= 1,
);

/** Milliseconds since 1970 that calendars can show. */
export const moment: Form<number> = simple('a moment', isMoment);
/** Whole days since 1970 that calendars can show. */
export const day: Form<number> = simple(
  'a day',
  (value) => Number.isInteger(value) && isMoment(Number(value) * DAY_MS),
);
const DAY_MS = 86_400_000;
/** That of Date. */
const LAST_MOMENT = 8.64e15;

/** One of some texts; written as an object, so that none is forgotten. */
export function oneOf<T extends string>(known: Readonly<Record<T, true>>): Form<T> {
  const names = Object.keys(known).join(', ');
  return simple(`one of ${names}`, (value) => typeof value === 'string' && isKey(known, value));
}

export function oneIn<T extends string>(known: readonly T[]): Form<T> {
  return simple(`one of ${known.join(', ')}`, (value) => known.includes(value as T));
}

export function exactly<const T extends string | number>(expected: T): Form<T> {
  return simple(JSON.stringify(expected), (value) => value === expected);
}

/** The first form that the value has. */
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

export function nullable<T>(form: Form<T>): Form<T | null> {
  return (value, at) => (value === null ? null : form(value, at));
}

export function optional<T>(form: Form<T>): Form<T | undefined> {
  return (value, at) => (value === undefined ? undefined : form(value, at));
}

/** The same of a field that its type does not let be undefined, only not there: `object` leaves it out. */
export function ifThere<T>(form: Form<T>): Form<T> {
  return (value, at) => (value === undefined ? (undefined as T) : form(value, at));
}

export function list<T>(form: Form<T>): Form<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw unexpected('a list', value, at);
    return value.map((each, i) => form(each, `${at}/${i}`));
  };
}

/** Under keys that are not known before. */
export function record<T>(form: Form<T>): Form<Record<string, T>> {
  return (value, at) => {
    if (!isObject(value)) throw unexpected('an object', value, at);
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, form(each, `${at}/${key}`)]),
    );
  };
}

/** In the order in which they stand; what is undefined and not there stays not there. */
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

/** A typed array, of finite numbers where it could hold others. */
export function numbers<T extends NumberArrayClass>(kind: T): Form<InstanceType<T>> {
  return simple(`${kind.name} of finite numbers`, (value) => {
    return value instanceof kind && value.every(Number.isFinite);
  });
}

/** A typed array, of finite numbers and NaN where they are not known. */
export function numbersOrMissing<T extends NumberArrayClass>(kind: T): Form<InstanceType<T>> {
  return simple(`${kind.name} of finite numbers and NaN`, (value) => {
    return (
      value instanceof kind && value.every((each) => Number.isFinite(each) || Number.isNaN(each))
    );
  });
}

/** A typed array, whatever numbers it holds. */
export function anyNumbers<T extends NumberArrayClass>(kind: T): Form<InstanceType<T>> {
  return simple(kind.name, (value) => value instanceof kind);
}

/** What has one form and is so besides. */
export function such<T>(form: Form<T>, expected: string, isSo: (value: T) => boolean): Form<T> {
  return (value, at) => {
    const read = form(value, at);
    if (!isSo(read)) throw unexpected(expected, read, at);
    return read;
  };
}

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
