import { describe, expect, it } from 'vitest';
import { FillInDrafts } from '#state/data/fill-in-drafts.svelte.ts';

describe('FillInDrafts', () => {
  it('keep what was typed apart by data set', () => {
    const drafts = new FillInDrafts();
    drafts.type(1, { field: 'channel', rowNumber: 2 }, 'Web');
    drafts.add(1, { channel: { 3: 'Fair' }, adSpend: { 2: '5' } });
    expect(drafts.of(1)).toEqual({ channel: { 2: 'Web', 3: 'Fair' }, adSpend: { 2: '5' } });
    expect(drafts.of(2)).toEqual({});
  });

  it('forget what is filled in already, but not that something is to be emptied', () => {
    const drafts = new FillInDrafts();
    drafts.add(1, { channel: { 2: 'Web', 3: '', 4: ' ', 5: 'Web ' } });
    drafts.settle(1, { channel: { 2: 'Web', 3: 'Fair', 5: 'Web' } });
    expect(drafts.of(1)).toEqual({ channel: { 3: '', 5: 'Web ' } });
    drafts.settle(1, { channel: { 5: 'Web ' } });
    expect(drafts.of(1)).toEqual({});
  });

  it('give back what is discarded', () => {
    const drafts = new FillInDrafts();
    drafts.add(1, { promotion: { 2: 'Gift' } });
    const discarded = drafts.discard(1);
    expect(drafts.of(1)).toEqual({});
    drafts.putBack(1, discarded);
    expect(drafts.of(1)).toEqual({ promotion: { 2: 'Gift' } });
  });

  it('keep what was typed since, where what was there before is put back', () => {
    const drafts = new FillInDrafts();
    drafts.add(1, { promotion: { 2: 'Gift', 3: 'Gift' } });
    const discarded = drafts.discard(1);
    drafts.add(1, { promotion: { 3: 'Sale' }, channel: { 4: 'Web' } });
    drafts.putBack(1, discarded);
    expect(drafts.of(1)).toEqual({ promotion: { 2: 'Gift', 3: 'Sale' }, channel: { 4: 'Web' } });
  });
});
