import { describe, expect, it } from 'vitest';
import { subjectsOf, undatedFiles } from '#core/import/marketing/report-subjects.ts';
import { shopReport } from '../../../support/shop-reports.ts';

const week = { from: 0, until: 6 };

describe('subjectsOf', () => {
  it('gathers the rows of a campaign from several files, and leaves other kinds out', () => {
    const reports = [
      shopReport('ads', [
        { ...week, words: 'Spring', spend: 5 },
        { ...week, words: 'Mugs', spend: 1 },
      ]),
      shopReport('ads', [{ from: 7, until: 13, words: 'Spring', spend: 7 }]),
      shopReport('traffic', [{ ...week, words: 'Spring', impressions: 3 }]),
    ];
    const { subjects } = subjectsOf(reports, 'ads', {});
    expect(subjects.map(({ name, entries }) => [name, entries.map(({ spend }) => spend)])).toEqual([
      ['Spring', [5, 7]],
      ['Mugs', [1]],
    ]);
  });

  it('counts once what two files have in common, and all that one file repeats', () => {
    const row = { ...week, words: 'Spring', spend: 5 };
    const reports = [
      shopReport('ads', [row, row], 'a.csv'),
      shopReport('ads', [row, { ...row, from: 7, until: 9 }], 'b.csv'),
    ];
    const { subjects, repeatedRows } = subjectsOf(reports, 'ads', {});
    expect(subjects.map(({ entries }) => entries.map(({ from }) => from))).toEqual([[0, 0, 7]]);
    expect(repeatedRows).toBe(1);
  });

  it('tells products of one title apart by their numbers, and calls one without a title by its number', () => {
    const rows = [
      { ...week, ids: ['', 'A'], words: 'Mug' },
      { ...week, ids: ['', 'B'], words: 'Mug' },
      { ...week, ids: ['', 'C'] },
    ];
    const { subjects } = subjectsOf([shopReport('traffic', rows)], 'traffic', {});
    expect(subjects.map(({ name, ids }) => [name, ids])).toEqual([
      ['Mug', ['A']],
      ['Mug', ['B']],
      ['C', ['C']],
    ]);
  });

  it('takes the seller’s days where a row has none or turns them round, and leaves the rest out', () => {
    const rows = [{ words: 'a' }, { words: 'b', from: 9, until: 2 }, { words: 'c', ...week }];
    const report = shopReport('traffic', rows, 'visits.csv');
    const given = { from: 20, until: 50 };
    const days = (said: Record<string, typeof given>) =>
      subjectsOf([report], 'traffic', said).subjects.map(({ entries: [entry] }) => entry!.from);
    expect(days({ 'visits.csv': given })).toEqual([20, 20, 0]);
    expect(days({ 'other.csv': given })).toEqual([0]);
    expect(days({ 'visits.csv': { from: 50, until: 20 } })).toEqual([0]);
    expect(undatedFiles([report], 'traffic')).toEqual(['visits.csv']);
    expect(undatedFiles([report], 'ads')).toEqual([]);
    expect(undatedFiles([shopReport('traffic', [week])], 'traffic')).toEqual([]);
  });
});
