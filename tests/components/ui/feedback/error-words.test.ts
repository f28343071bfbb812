import { describe, expect, it } from 'vitest';
import { errorWords, technicalText } from '#components/ui/feedback/error-words.ts';
import { AppError, type ErrorCode } from '#core/base/errors.ts';
import { inChinese } from '../../../support/in-chinese.ts';

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
  it.each(CODES)('are there for %s, with and without its details', (code) => {
    const details = { rowsUsed: 2, rowsRead: 5, minimum: 8, column: 'price', field: 'units' };
    for (const error of [new AppError(code, 'x'), new AppError(code, 'x', details)]) {
      const { title, advice } = errorWords(error);
      expect(title.length).toBeGreaterThan(5);
      expect(advice.length).toBeGreaterThan(20);
      expect(title + advice).not.toMatch(/undefined|NaN|!/);
    }
  });

  it.each(CODES)('are there in Chinese for %s, with and without its details', (code) => {
    const details = { rowsUsed: 2, rowsRead: 5, minimum: 8, column: 'price', field: 'units' };
    for (const error of [new AppError(code, 'x'), new AppError(code, 'x', details)]) {
      const { title, advice } = inChinese(() => errorWords(error));
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(advice).toMatch(/。$/);
      expect(title + advice).not.toMatch(/undefined|NaN|！|您/);
    }
  });

  it('name what was expected and what came in Chinese', () => {
    const error = new AppError('too-few-launches', 'x', { rowsUsed: 2, rowsRead: 5, minimum: 8 });
    expect(inChinese(() => errorWords(error))).toEqual({
      title: '上新太少，无法训练',
      advice:
        '至少需要 8 次既有日期又有结果的上新，5 行中只有 2 次。请在文件中加入更早的上新，再重新导入。已保存的内容没有变化。',
    });
  });

  it('name what was expected and what came', () => {
    const error = new AppError('too-few-launches', 'x', { rowsUsed: 2, rowsRead: 5, minimum: 8 });
    expect(errorWords(error).advice).toContain('at least 8 launches');
    expect(errorWords(error).advice).toContain('found 2 in 5 rows');
  });

  it('name the column that stands in the way', () => {
    const error = new AppError('mapping-invalid', 'x', {
      reason: 'column-mapped-twice',
      column: 'price',
    });
    expect(errorWords(error).title).toBe('“price” is chosen twice');
  });

  it('say why a market data file cannot be read', () => {
    const adviceFor = (reason: string) =>
      errorWords(new AppError('no-market-data', 'x', { reason })).advice;
    expect(adviceFor('under-a-day')).toContain('less than one whole day');
    expect(adviceFor('uneven')).toContain('not one day, one week or one month apart');
    expect(adviceFor('other-terms')).toContain('shares enough words');
    expect(adviceFor('empty')).toContain('Google Trends');
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
