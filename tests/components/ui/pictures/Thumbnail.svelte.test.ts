import { createRawSnippet, flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Thumbnail from '#components/ui/pictures/Thumbnail.svelte';
import BesidePicture from '#components/ui/pictures/BesidePicture.svelte';
import {
  providePictureSource,
  type PictureSource,
} from '#components/ui/pictures/picture-source.ts';

let comeIntoView: () => void = () => undefined;
const close: (() => void)[] = [];

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(report: (entries: { isIntersecting: boolean }[]) => void) {
        comeIntoView = () => report([{ isIntersecting: true }]);
      }
      readonly observe = vi.fn<() => void>();
      readonly disconnect = vi.fn<() => void>();
    },
  );
});
afterEach(() => {
  for (const each of close.splice(0)) each();
  vi.unstubAllGlobals();
});

const load = vi.fn<PictureSource['load']>(() => Promise.resolve(new Blob(['x'])));
const source: PictureSource = {
  ...{ hasAny: true, load },
  idOf: (owner) => (owner === 'Mug' ? 7 : undefined),
};

/** Where no page provides any. */
const NO_SOURCE: PictureSource = { ...source };

interface Props {
  readonly owner: string;
  readonly isAligned?: boolean;
}

/** Shows a part, with pictures provided as a page does. */
function shown(part: unknown, props: Props, from = source) {
  const target = document.createElement('div');
  document.body.append(target);
  const children = createRawSnippet(() => ({ render: () => '<b>Name</b>' }));
  const inPage: Component<Props> = (...given) => {
    if (from !== NO_SOURCE) providePictureSource(from);
    return (part as Component<Props>)(...given);
  };
  const view = mount(inPage, { target, props: { ...props, children } });
  flushSync();
  close.push(() => void unmount(view));
  return target;
}

describe('a thumbnail', () => {
  it('is loaded once it comes into view, and let go with its part', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const target = shown(Thumbnail, { owner: 'Mug' });
    expect(load).not.toHaveBeenCalled();
    comeIntoView();
    await expect.poll(() => target.querySelector('img')).not.toBeNull();
    expect(load).toHaveBeenCalledExactlyOnceWith(7);
    const image = target.querySelector('img')!;
    expect([image.alt, image.src.startsWith('blob:')]).toEqual(['', true]);
    const address = image.src;
    close.pop()!();
    flushSync();
    expect(revoke).toHaveBeenCalledWith(address);
  });

  it('is nothing where a product has none, or room in a list in which others have one', () => {
    expect(shown(Thumbnail, { owner: 'Bowl' }).querySelector('span')).toBeNull();
    const target = shown(Thumbnail, { owner: 'Bowl', isAligned: true });
    expect(target.querySelector('.thumbnail')).not.toBeNull();
    expect(target.querySelector('img')).toBeNull();
  });

  it('leaves content alone where no product has a picture', () => {
    const none = { ...source, hasAny: false, idOf: () => undefined };
    for (const from of [none, NO_SOURCE]) {
      const target = shown(BesidePicture, { owner: 'Mug' }, from);
      expect([...target.children].map(({ tagName }) => tagName)).toEqual(['B']);
    }
  });
});
