import { expect, it } from 'vitest';
import { enteredWeeks } from '#components/pages/evidence/ledger/entered-weeks.ts';

const known = { weeks: 2, sold: null, daysWithout: null, ofData: null };
const typed = (...units: (number | null)[]) =>
  units.map((each) => ({ units: each, daysWithout: null }));

it('takes the weeks as entered, and their sum where none is', () => {
  const given = enteredWeeks([{ units: 12, daysWithout: 2 }, ...typed(8)], known);
  expect(given).toMatchObject({ soldUnits: 20, isValid: true });
  expect(given.weeks).toEqual([
    { units: 12, daysWithoutStock: 2 },
    { units: 8, daysWithoutStock: 0 },
  ]);
});

it('knows the weeks that are entered while one is missing, and then needs the sum', () => {
  const given = enteredWeeks(typed(12, null), { ...known, sold: 30 });
  expect(given).toMatchObject({ soldUnits: 30, isValid: true, sumError: undefined });
  expect(given.weeks!.map(({ units }) => units)).toEqual([12, NaN]);
  expect(enteredWeeks(typed(12, null), known).soldUnits).toBeNull();
});

it('takes from the data set what is not entered of a week', () => {
  const ofData = [0, 6, 7, 9];
  const days = { units: null, daysWithout: 3 };
  const given = enteredWeeks([days, ...typed(8, null)], { ...known, weeks: 4, ofData });
  expect(given.soldUnits).toBe(23);
  expect(given.weeks).toEqual([
    { units: NaN, daysWithoutStock: 0 },
    { units: 6, daysWithoutStock: 3 },
    { units: 8, daysWithoutStock: 0 },
    { units: 9, daysWithoutStock: 0 },
  ]);
  expect(enteredWeeks([days, days], { ...known, sold: 30 }).weeks).toBeUndefined();
});

it('knows only the sum where days out of stock are entered, but not in which week', () => {
  const given = enteredWeeks(typed(12, 8), { ...known, daysWithout: 4 });
  expect(given).toMatchObject({ soldUnits: 20, weeks: undefined, isValid: true });
  const placed = [{ units: 12, daysWithout: 4 }, ...typed(8)];
  expect(enteredWeeks(placed, { ...known, daysWithout: 4 }).weeks).toHaveLength(2);
});

it('leaves earlier weeks unknown, and then needs the sum', () => {
  const given = enteredWeeks(typed(3, 4, 5), { ...known, weeks: 5 });
  expect(given.soldUnits).toBeNull();
  expect(given.weeks!.map(({ units }) => units)).toEqual([NaN, NaN, 3, 4, 5]);
});

it('refuses weeks that contradict the sum, and days that cannot be', () => {
  const off = enteredWeeks(typed(12, 8), { ...known, sold: 30 });
  expect(off.isValid).toBe(false);
  expect(off.sumError).toContain('add up to 20');
  const part = enteredWeeks(typed(20, 15, 9), { ...known, weeks: 5, sold: 40 });
  expect(part.sumError).toContain('add up to 44');
  expect(enteredWeeks(typed(20, 15, 9), { ...known, weeks: 5, sold: 50 }).isValid).toBe(true);
  expect(enteredWeeks([{ units: 1, daysWithout: 8 }, ...typed(2)], known).isValid).toBe(false);
  expect(enteredWeeks(typed(-1, 2), known).isValid).toBe(false);
});

it('takes the weeks of the data set where they fit what is entered', () => {
  const ofData = [7, 9];
  const given = enteredWeeks(typed(null, null), { ...known, ofData });
  expect(given.soldUnits).toBe(16);
  expect(given.weeks!.map(({ units }) => units)).toEqual([7, 9]);
  expect(enteredWeeks(typed(null, null), { ...known, ofData, sold: 16 }).weeks).toHaveLength(2);
  expect(enteredWeeks(typed(null, null), { ...known, ofData, sold: 20 }).weeks).toBeUndefined();
  expect(
    enteredWeeks(typed(null, null), { ...known, ofData, daysWithout: 3 }).weeks,
  ).toBeUndefined();
});
