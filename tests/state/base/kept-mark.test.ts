import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepMark, keptMark } from '#state/base/kept-mark.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a kept mark', () => {
  it('is there until it is forgotten', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    expect(keptMark('a')).toBeNull();
    keepMark('a', 'on');
    expect(keptMark('a')).toBe('on');
    keepMark('a', null);
    expect(keptMark('a')).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('is none where storage is forbidden, and no page fails for it', () => {
    const forbid = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: forbid, setItem: forbid, removeItem: forbid });
    expect(keptMark('a')).toBeNull();
    keepMark('a', 'on');
    keepMark('a', null);
  });
});
