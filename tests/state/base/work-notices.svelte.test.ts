import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { WorkNotices, type NoticePorts } from '#state/base/work-notices.svelte.ts';

const ENDED = { title: 'Training finished', text: 'off by 40%', href: '/model/?dataset=1' };

function opened(ports: Partial<NoticePorts> = {}) {
  const show = vi.fn<NoticePorts['show']>(() => Promise.resolve());
  const notices = new WorkNotices({
    permission: () => 'default',
    ask: () => Promise.resolve('granted'),
    isSeen: () => false,
    show,
    ...ports,
  });
  notices.look();
  flushSync();
  return { notices, show };
}

beforeEach(() => localStorage.clear());

describe('WorkNotices', () => {
  it('tells nothing before it was asked to, nor after it was asked to stop', async () => {
    const { notices, show } = opened();
    expect(notices.standing).toBe('open');
    await notices.tell(ENDED);
    expect(show).not.toHaveBeenCalled();
    await notices.ask();
    expect(notices.standing).toBe('on');
    await notices.tell(ENDED);
    expect(show).toHaveBeenCalledWith(
      ENDED.title,
      expect.objectContaining({ body: ENDED.text, data: { href: ENDED.href } }),
    );
    notices.stop();
    await notices.tell(ENDED);
    expect(show).toHaveBeenCalledOnce();
    expect(notices.standing).toBe('open');
  });

  it('keeps quiet while the page is looked at', async () => {
    const { notices, show } = opened({ isSeen: () => true });
    await notices.ask();
    await notices.tell(ENDED);
    expect(show).not.toHaveBeenCalled();
  });

  it('remembers the wish, and says where the browser refuses or has no notices', async () => {
    await opened().notices.ask();
    expect(opened({ permission: () => 'granted' }).notices.standing).toBe('on');
    expect(opened({ permission: () => 'denied' }).notices.standing).toBe('refused');
    expect(opened({ permission: () => null }).notices.standing).toBe('impossible');
    const { notices } = opened({ ask: () => Promise.resolve('denied') });
    await notices.ask();
    expect(notices.standing).toBe('refused');
  });
});
