import { describe, expect, it } from 'vitest';
import { offsetOfName, TimeZone } from '#core/import/platform-files/time-zone.ts';

describe('TimeZone', () => {
  it.each([
    ['Europe/Berlin', '2024-03-31T00:59:59Z', 3600],
    ['Europe/Berlin', '2024-03-31T01:00:00Z', 7200],
    ['America/New_York', '2024-11-03T05:59:59Z', -14_400],
    ['America/New_York', '2024-11-03T06:00:00Z', -18_000],
    ['Australia/Lord_Howe', '2024-10-05T15:29:59Z', 37_800],
    ['Australia/Lord_Howe', '2024-10-05T15:30:00Z', 39_600],
    ['Asia/Kolkata', '1999-12-31T23:59:59Z', 19_800],
    ['America/New_York', '1969-07-20T20:17:40Z', -14_400],
  ])('is off by the right seconds in %s at %s', (name, moment, seconds) => {
    const zone = new TimeZone(name);
    const epoch = Date.parse(moment) / 1000;
    expect(zone.offsetAt(epoch)).toBe(seconds);
    expect(zone.offsetAt(epoch)).toBe(seconds);
  });
});

describe('offsetOfName', () => {
  it('knows names that exports write, in any case', () => {
    const names = ['Z', 'utc', 'PDT', 'PST', 'BST', 'MESZ', 'IST', 'JST', 'AM'];
    expect(names.map(offsetOfName)).toEqual([...[0, 0, -420, -480, 60, 120, 330, 540, undefined]]);
  });
});
