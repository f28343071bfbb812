import { describe, expect, it } from 'vitest';
import {
  assignColumn,
  chooseMatch,
  clashingFields,
  draftIssues,
  toggleAttribute,
} from '#state/data/mapping-draft.ts';
import type { FilePreview } from '#core/import/columns/import-report.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';

const mapping: Mapping = { fields: { title: 'name', units: 'sold' }, attributes: ['colour'] };

describe('a draft of a mapping', () => {
  it('reads a field from another column, or from none', () => {
    expect(assignColumn(mapping, 'title', 'product').fields).toEqual({
      title: 'product',
      units: 'sold',
    });
    expect(assignColumn(mapping, 'title', null).fields).toEqual({ units: 'sold' });
  });

  it('takes a column out of the attributes when a field reads it', () => {
    expect(assignColumn(mapping, 'category', 'colour').attributes).toEqual([]);
  });

  it('knows of the choice why a field is read from a column', () => {
    const matches = chooseMatch({}, 'title', 'name');
    expect(matches).toEqual({ title: { header: 'name', confidence: 'sure', reason: 'chosen' } });
    expect(chooseMatch(matches, 'title', null)).toEqual({});
  });

  it('ticks an attribute and unticks it', () => {
    const ticked = toggleAttribute(mapping, 'size');
    expect(ticked.attributes).toEqual(['colour', 'size']);
    expect(toggleAttribute(ticked, 'size')).toEqual(mapping);
  });

  it('names every field that shares its column', () => {
    expect(clashingFields(mapping).size).toBe(0);
    expect(clashingFields(assignColumn(mapping, 'orders', 'sold'))).toEqual(
      new Set(['orders', 'units']),
    );
  });

  it('finds anew what depends on the choice, and keeps what was found in the file', () => {
    const headerIssue = {
      kind: 'duplicate-header',
      severity: 'warning',
      field: null,
      column: 'name',
      rows: [],
      rowCount: 1,
      samples: [],
      treatment: null,
    } as const;
    const preview = {
      headers: ['name', 'sold', 'kept', 'day', 'colour'],
      fitting: { dates: ['day'], counts: ['sold', 'kept'] },
      issues: [{ ...headerIssue, kind: 'no-launch-date-column', severity: 'error' }, headerIssue],
    } as unknown as FilePreview;
    const kinds = (draft: Mapping) => draftIssues(draft, preview).map(({ kind }) => kind);
    expect(kinds(mapping)).toEqual(['no-launch-date-column', 'duplicate-header']);
    // What could be meant is named, unless it means something else already.
    expect(draftIssues(mapping, preview)[0]!.samples).toEqual(['day']);
    const unsold = assignColumn(assignColumn(mapping, 'units', null), 'title', 'kept');
    expect(draftIssues(unsold, preview).map(({ samples }) => samples)).toEqual([
      ...[['day'], ['sold'], []],
    ]);
    expect(kinds(assignColumn(mapping, 'launchDate', 'day'))).toEqual(['duplicate-header']);
  });
});
