import { describe, expect, it } from 'vitest';
import { droppedEntries, filesOf, filesOfFolder } from '#components/ui/files/dropped-files.ts';

interface Tree {
  readonly [name: string]: Tree | string;
}

/** An entry as browsers give it: folders are listed two names at a time. */
function entryOf(content: Tree | string, path: string): FileSystemEntry {
  const name = path.split('/').at(-1)!;
  const isFile = typeof content === 'string';
  const base = { name, fullPath: path, isFile, isDirectory: !isFile };
  if (isFile) {
    const file = (give: (file: File) => void) => give(new File([content], name));
    return { ...base, file } as unknown as FileSystemEntry;
  }
  const inside = Object.entries(content).map(([each, of]) => entryOf(of, `${path}/${each}`));
  const createReader = () => {
    const left = [...inside].reverse();
    return { readEntries: (give: (part: unknown[]) => void) => give(left.splice(0, 2)) };
  };
  return { ...base, createReader } as unknown as FileSystemEntry;
}

describe('dropped folders', () => {
  it('are read as a whole, each file named by its path', async () => {
    const shop = entryOf(
      { b: { '1.jpg': 'b1', '2.jpg': 'b2' }, 'a.png': 'a', 'c.png': 'c', '.DS_Store': '' },
      '/shop',
    );
    const files = await filesOf([shop, entryOf('z', '/z.jpg')]);
    expect(files.map(({ name }) => name)).toEqual([
      ...['shop/a.png', 'shop/b/1.jpg', 'shop/b/2.jpg', 'shop/c.png', 'z.jpg'],
    ]);
    expect(await files[1]!.text()).toBe('b1');
  });

  it('fail where they cannot be read', async () => {
    const readEntries = (_: unknown, fail: (error: Error) => void) => fail(new Error('no'));
    const locked = { isDirectory: true, name: 'x', createReader: () => ({ readEntries }) };
    await expect(filesOf([locked as unknown as FileSystemEntry])).rejects.toThrow('no');
  });

  it('are not known in browsers that tell no folders', () => {
    const items = (entry: unknown) =>
      [
        { kind: 'string', webkitGetAsEntry: () => null },
        { kind: 'file', webkitGetAsEntry: () => entry },
      ] as unknown as DataTransferItemList;
    expect(droppedEntries(items(null))).toBeNull();
    const entry = entryOf('a', '/a');
    expect(droppedEntries(items(entry))).toEqual([entry]);
  });
});

describe('a chosen folder', () => {
  it('gives its files by their paths, without those of the system', () => {
    const inFolder = (path: string) => {
      const file = new File(['x'], path.split('/').at(-1)!);
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
      return file;
    };
    const files = filesOfFolder(['shop/a/1.jpg', 'shop/Thumbs.db'].map(inFolder));
    expect(files.map(({ name }) => name)).toEqual(['shop/a/1.jpg']);
  });
});
