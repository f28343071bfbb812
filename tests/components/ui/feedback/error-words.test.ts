import { describe, expect, it } from 'vitest';
import { errorWords, technicalText } from '#components/ui/feedback/error-words.ts';
import { AppError, type ErrorCode } from '#core/base/errors.ts';
import { m } from '#messages';

const CODES: readonly ErrorCode[] = [
  'file-empty',
  'file-not-text',
  'file-unreadable',
  'header-only',
  'mapping-invalid',
  'too-few-launches',
  'too-few-outcomes',
  'dataset-missing',
  'model-missing',
  'model-file-unreadable',
  'model-file-changed',
  'model-file-version',
  'model-file-other-launches',
  'no-products',
  'no-market-data',
  'storage-full',
  'storage-failed',
  'backend-unavailable',
  'training-diverged',
  'worker-crashed',
  'worker-not-started',
  'worker-unconfined',
];

describe('words for an error', () => {
  it('say how many launches sold the same', () => {
    const details = { launchCount: 250, alikeCount: 245, units: 1 };
    const { advice } = errorWords(new AppError('outcomes-alike', 'x', details));
    expect(advice).toContain('245 of 250 launches sold 1 each');
  });

  it.each(CODES)('are there for %s, with and without its details', (code) => {
    const details = { rowsUsed: 2, rowsRead: 5, minimum: 8, column: 'price', field: 'units' };
    for (const error of [new AppError(code, 'x'), new AppError(code, 'x', details)]) {
      const { title, advice } = errorWords(error);
      expect(title.length).toBeGreaterThan(5);
      expect(advice.length).toBeGreaterThan(20);
      expect(title + advice).not.toMatch(/undefined|NaN|!/);
    }
  });

  it('name what was expected and what came', () => {
    const error = new AppError('too-few-launches', 'x', { rowsUsed: 2, rowsRead: 5, minimum: 8 });
    const found = { found: 'read', minimum: '8', used: '2', rowCount: 5, rows: '5' } as const;
    expect(errorWords(error)).toEqual({
      title: m.feedback_too_few_launches_title(),
      advice: m.feedback_too_few_launches_advice({
        needs: m.feedback_too_few_launches_needs(found),
        safe: m.feedback_stored_is_safe(),
      }),
    });
  });

  it('name the column that stands in the way', () => {
    const details = { reason: 'column-mapped-twice', column: 'price' };
    expect(errorWords(new AppError('mapping-invalid', 'x', details)).title).toBe(
      m.feedback_column_chosen_twice({ column: '“price”' }),
    );
  });

  it('name the column that the file lacks', () => {
    const titleOf = (details: object) =>
      errorWords(new AppError('mapping-invalid', 'x', { ...details })).title;
    expect(titleOf({ column: 'price' })).toBe(m.feedback_column_not_in_file({ column: '“price”' }));
    expect(titleOf({ field: 'title' })).toBe(m.feedback_mapping_no_title_title());
    expect(titleOf({})).toBe(m.feedback_mapping_unfit_title());
  });

  it.each([
    ['under-a-day', 'less than one whole day'],
    ['uneven', 'not one day, one week or one month apart'],
    ['other-terms', 'shares enough words'],
    ['empty', 'Google Trends'],
  ])('say why a market data file cannot be read: %s', (reason, said) => {
    expect(errorWords(new AppError('no-market-data', 'x', { reason })).advice).toContain(said);
  });

  it('own up to a mistake of the program', () => {
    expect(errorWords(new TypeError('x is not a function')).title).toContain('inside Debut');
    expect(technicalText(new TypeError('x is not a function'))).toContain('x is not a function');
    const cause = new TypeError('createPolicy is refused');
    const failed = new AppError('backend-unavailable', 'x', { backend: 'wasm' }, { cause });
    expect(technicalText(failed)).toBe(
      'backend-unavailable: x\nbackend: wasm\nTypeError: createPolicy is refused',
    );
  });

  it('name the processor that failed, and only a chosen one as such', () => {
    const title = (backend: string) =>
      errorWords(new AppError('backend-unavailable', 'x', { backend })).title;
    expect(title('wasm')).toBe('WebAssembly did not start here');
    expect(title('webgpu')).toBe('The graphics chip stopped working');
    expect(title('cpu')).toBe('This browser cannot calculate forecasts');
  });
});
