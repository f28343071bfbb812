import { describe, expect, it } from 'vitest';
import { PageKeys } from '../../../src/routes/shell/page-keys.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  ...{ key, timeStamp: 0, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});
const FREE = { isTyping: false, singles: true };

describe('PageKeys', () => {
  it.each(['ctrlKey', 'metaKey'])('opens the palette by K with %s, while typing too', (held) => {
    const keys = new PageKeys();
    const circumstances = { isTyping: true, singles: false };
    expect(keys.read(press('k', { [held]: true }), circumstances)).toBe('palette');
    expect(keys.read(press('d', { [held]: true }), circumstances)).toBeNull();
  });

  it('goes to a page by G and its key, in either case', () => {
    const keys = new PageKeys();
    expect(keys.read(press('g'), FREE)).toBeNull();
    expect(keys.read(press('d', { timeStamp: 400 }), FREE)).toBe('data');
    expect(keys.read(press('d', { timeStamp: 500 }), FREE)).toBeNull();
    keys.read(press('G', { timeStamp: 600 }), FREE);
    expect(keys.read(press('E', { timeStamp: 700 }), FREE)).toBe('evidence');
  });

  it('forgets a G that waited too long, or was followed by another key', () => {
    const keys = new PageKeys();
    keys.read(press('g'), FREE);
    expect(keys.read(press('d', { timeStamp: 1_501 }), FREE)).toBeNull();
    keys.read(press('g', { timeStamp: 2_000 }), FREE);
    expect(keys.read(press('x', { timeStamp: 2_100 }), FREE)).toBeNull();
    expect(keys.read(press('d', { timeStamp: 2_200 }), FREE)).toBeNull();
  });

  it('leaves keys alone where something is typed, where they are switched off, and with Alt', () => {
    const keys = new PageKeys();
    expect(keys.read(press('?'), FREE)).toBe('palette');
    expect(keys.read(press('?'), { isTyping: true, singles: true })).toBeNull();
    expect(keys.read(press('?'), { isTyping: false, singles: false })).toBeNull();
    expect(keys.read(press('k', { ctrlKey: true, altKey: true }), FREE)).toBeNull();
  });
});
