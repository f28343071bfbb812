import { describe, expect, it, vi } from 'vitest';
import { openFromNotice, type Pages } from '../../src/service-worker/notice-click.ts';

function clients(windows: readonly unknown[]) {
  const openWindow = vi.fn(() => Promise.resolve(null));
  return {
    all: { matchAll: () => Promise.resolve(windows), openWindow } as unknown as Pages,
    openWindow,
  };
}
const notice = (data: unknown) => ({ data, close: vi.fn() });

describe('openFromNotice', () => {
  it('brings an open page to the front and tells it where to go', async () => {
    const page = { focus: vi.fn(() => Promise.resolve()), postMessage: vi.fn() };
    const { all, openWindow } = clients([page]);
    const pressed = notice({ href: '/model/?dataset=1' });
    await openFromNotice(pressed, all);
    expect(pressed.close).toHaveBeenCalled();
    expect(page.focus).toHaveBeenCalled();
    expect(page.postMessage).toHaveBeenCalledWith({ type: 'go', href: '/model/?dataset=1' });
    expect(openWindow).not.toHaveBeenCalled();
  });

  it('opens one where there is none, and none for a notice of something else', async () => {
    const { all, openWindow } = clients([]);
    await openFromNotice(notice({ href: '/plan/' }), all);
    expect(openWindow).toHaveBeenCalledWith('/plan/');
    await openFromNotice(notice(null), all);
    expect(openWindow).toHaveBeenCalledOnce();
  });
});
