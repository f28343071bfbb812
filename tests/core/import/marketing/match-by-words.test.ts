import { describe, expect, it } from 'vitest';
import { LaunchWords } from '#core/import/marketing/match-by-words.ts';

const TITLES = ['Blue Mug', 'Blue Mug Large', 'Linen Dress', 'Oak Cutting Board', '蓝色 马克杯'];
const words = new LaunchWords(TITLES);
const always = () => 0;
const meant = (text: string, distance: (place: number) => number = always) => {
  const match = words.match(text, distance);
  return match && { title: TITLES[match.place], isSure: match.isSure };
};

describe('LaunchWords', () => {
  it('finds the title whose words stand in a campaign’s name, whatever else stands there', () => {
    expect(meant('DE | Linen dress – retargeting 2024')).toEqual({
      ...{ title: 'Linen Dress', isSure: true },
    });
    expect(meant('cutting board oak')).toEqual({ title: 'Oak Cutting Board', isSure: true });
    expect(meant('春季 蓝色马克杯')?.title).toBe('蓝色 马克杯');
  });

  it('prefers the title that says no more than the campaign does', () => {
    expect(meant('Blue mug, spring')).toMatchObject({ title: 'Blue Mug' });
    expect(meant('Blue mug large')).toMatchObject({ title: 'Blue Mug Large' });
  });

  it('tells products apart by a digit', () => {
    const sets = new LaunchWords(['Oak Board Set of 4', 'Oak Board Set of 6']);
    expect(sets.match('Launch: oak board, set of 6', always)?.place).toBe(1);
  });

  it('finds none by words that no title has, or that are few of many', () => {
    expect(meant('Spring sale, all products')).toBeNull();
    expect(meant('')).toBeNull();
    expect(meant('Blue linen board')).toBeNull();
  });

  it('is not sure where one word of several speaks for a title', () => {
    expect(meant('Oak')).toEqual({ title: 'Oak Cutting Board', isSure: false });
    expect(new LaunchWords(['Oak Board', 'Mug']).match('oak sale', always)).toEqual({
      ...{ place: 0, isSure: false },
    });
    expect(new LaunchWords(['Oak', 'Mug']).match('oak sale', always)).toEqual({
      ...{ place: 0, isSure: true },
    });
  });

  it('takes the nearest in days of equals, not sure of it, and none that cannot be meant', () => {
    const twins = new LaunchWords(['Blue Mug', 'Mug, blue']);
    const away = (days: readonly number[]) => (place: number) => days[place]!;
    expect(twins.match('blue mug', away([9, 2]))).toEqual({ place: 1, isSure: false });
    expect(twins.match('blue mug', away([2, 2]))).toEqual({ place: 0, isSure: false });
    expect(twins.match('blue mug', away([Infinity, 30]))).toEqual({ place: 1, isSure: true });
    expect(twins.match('blue mug', away([Infinity, Infinity]))).toBeNull();
  });
});
