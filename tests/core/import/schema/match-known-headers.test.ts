import { describe, expect, it } from 'vitest';
import { matchKnownHeaders } from '#core/import/schema/match-known-headers.ts';

const history = { fields: { units: 'Ventes nettes', title: 'Name' }, attributes: [] };

describe('matchKnownHeaders', () => {
  it('takes a header for what it was in the history, whatever it sounds like', () => {
    const headers = ['ventes nettes', 'Product title', 'Revenue'];
    const rows = [['4', 'Mug', '12.50']];
    const fields = ['units', 'title', 'revenue'] as const;
    expect(matchKnownHeaders({ headers, rows, history, fields })).toEqual({
      units: 'ventes nettes',
      title: 'Product title',
      revenue: 'Revenue',
    });
  });

  it('proposes nothing that was not asked for, and no header that is taken', () => {
    const asked = { headers: ['units', 'name'], rows: [['3', 'Mug']], history };
    expect(matchKnownHeaders({ ...asked, fields: ['units'] })).toEqual({ units: 'units' });
    expect(matchKnownHeaders({ ...asked, fields: ['units'], taken: ['units'] })).toEqual({});
  });
});
