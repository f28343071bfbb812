import { describe, expect, it } from 'vitest';
import { matchHeaders } from '#core/import/schema/match-headers.ts';
import { weeklyHeader, weeklyHeaders, WEEKS } from '#core/launch/weekly-headers.ts';

const all = Array.from({ length: WEEKS }, (_, i) => weeklyHeader(i + 1));

describe('weeklyHeaders', () => {
  it('tells which week each header is about, as Debut writes it and as sellers do', () => {
    expect([...weeklyHeaders(all)]).toEqual(all.map((header, i) => [i + 1, header]));
    const typed = ['Title', 'Units week 1', 'units w2', 'Week 3 units', 'UnitsWeek4', '第5周销量'];
    expect([...weeklyHeaders(typed)]).toEqual(
      typed.slice(1).map((header, i): [number, string] => [i + 1, header]),
    );
  });

  it('takes a lone column for none, and weeks beyond the twelfth', () => {
    expect(weeklyHeaders(['units_week_4']).size).toBe(0);
    expect(weeklyHeaders(['units_week_1']).size).toBe(0);
    expect(weeklyHeaders(['units_week_2', 'units_week_3']).size).toBe(0);
    expect([...weeklyHeaders(['units_week_1', 'units_week_2', 'units_week_13']).keys()]).toEqual([
      1, 2,
    ]);
  });

  it('leaves units of the horizon and their own columns apart', () => {
    const headers = ['title', 'launch_date', ...all, 'units_4w'];
    const rows = Array.from({ length: 8 }, (_, i) => [
      `Mug ${i}`,
      `2024-03-0${i + 1}`,
      ...all.map(String),
      String(5 + i),
    ]);
    const { fields, attributes } = matchHeaders(headers, rows);
    expect(fields).toEqual({ title: 'title', launchDate: 'launch_date', units: 'units_4w' });
    expect(attributes).toEqual([]);
  });
});
