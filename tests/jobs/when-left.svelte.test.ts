import { describe, expect, it, vi } from 'vitest';
import { whenLeft } from '#jobs/when-left.ts';

describe('whenLeft', () => {
  it('ends work when the page is left and kept for the Back button, not when it is gone anyway', () => {
    const end = vi.fn<(reason: Error) => void>();
    whenLeft(end);
    dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }));
    expect(end).not.toHaveBeenCalled();
    dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }));
    expect(end).toHaveBeenCalledOnce();
    expect(end.mock.calls[0]![0].name).toBe('AbortError');
  });
});
