import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProductPicture } from '#core/model/images/product-picture.ts';
import PictureList from '#components/pages/data/pictures/PictureList.svelte';
import type { PictureActions } from '#components/pages/data/pictures/picture-actions.ts';
import { samplePicture } from '../../../../support/picture.ts';

const close: (() => void)[] = [];

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly observe = vi.fn<() => void>();
      readonly disconnect = vi.fn<() => void>();
    },
  );
});
afterEach(() => {
  for (const each of close.splice(0)) each();
  vi.unstubAllGlobals();
});

function pictureOf(id: number, changed: Partial<ProductPicture> = {}): ProductPicture {
  const { sha256, widthPx, heightPx, facts } = samplePicture();
  const picture = { sha256, widthPx, heightPx, facts, chosen: {}, readBy: null };
  return { ...picture, id, owner: `Mug ${id}`, fileName: `${id}.jpg`, ...changed };
}

function shown(pictures: readonly ProductPicture[]) {
  const target = document.createElement('div');
  document.body.append(target);
  const actions = {
    load: vi.fn<PictureActions['load']>(),
    onowner: vi.fn<PictureActions['onowner']>(),
    onmarks: vi.fn<PictureActions['onmarks']>(),
  };
  const props = { title: 'Pictures', pictures, owners: ['Bowl', 'Mug'], actions };
  const view = mount(PictureList, { target, props });
  flushSync();
  close.push(() => {
    void unmount(view);
    target.remove();
  });
  const press = (name: string) => {
    const buttons = [...target.querySelectorAll('button')];
    const named = buttons.find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name,
    );
    named!.click();
    flushSync();
  };
  const type = (text: string) => {
    const input = target.querySelector('input')!;
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  return { target, press, type, cards: () => [...target.querySelectorAll('li')], ...actions };
}

describe('a list of pictures', () => {
  it('gives a leftover to a product of the shop, and to nothing else', () => {
    const leftover = pictureOf(1, { owner: '', fileName: 'left.jpg' });
    const { target, type, press, onowner } = shown([leftover]);
    type('Vase');
    press('Give left.jpg to this product');
    expect(target.querySelector('[role="alert"]')!.textContent).toBe(
      'Choose one of your products.',
    );
    type(' Bowl ');
    press('Give left.jpg to this product');
    expect(onowner).toHaveBeenCalledExactlyOnceWith(leftover, 'Bowl');
    expect(target.querySelector('[role="alert"]')).toBeNull();
  });

  it('shows what is said of a picture, and changes that beside what was said before', () => {
    const picture = pictureOf(1, { chosen: { colour: 'blue' } });
    const { target, press, onmarks, onowner } = shown([picture]);
    expect(target.querySelector('.marks')!.textContent).toContain('Blue');
    expect(target.querySelector('.marks')!.textContent).toContain('Changed by you');
    press('Change Mug 1');
    target.querySelector<HTMLInputElement>('input[type="checkbox"]')!.click();
    expect(onmarks).toHaveBeenLastCalledWith(picture, { colour: 'blue', isPatterned: true });
    press('Back to what the picture shows');
    expect(onmarks).toHaveBeenLastCalledWith(picture, {});
    press('Not this product');
    expect(onowner).toHaveBeenCalledExactlyOnceWith(picture, '');
  });

  it('draws some of many, more when asked, and finds any', () => {
    const { cards, press, type, target } = shown(
      Array.from({ length: 2_000 }, (_, i) => pictureOf(i)),
    );
    expect(cards()).toHaveLength(48);
    press('Show 48 more');
    expect(cards()).toHaveLength(96);
    type('mug 1999');
    expect(cards().map((card) => card.querySelector('h3')!.textContent)).toEqual(['Mug 1999']);
    type('vase');
    expect(target.querySelector('[role="status"]')!.textContent).toBe('No picture matches “vase”.');
  });
});
