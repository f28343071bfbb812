import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainLostEnd } from '#core/files/project/lost-end.ts';
import { zipOf } from '../../../support/changed-project.ts';

const zip = zipOf([
  { path: 'debut.json', content: Uint8Array.of(1, 2, 3) },
  { path: 'a/b.json', content: new Uint8Array(99), isPacked: true },
  { path: 'empty.json', content: new Uint8Array() },
]);

async function codeOf(file: Uint8Array): Promise<string> {
  const read = (from: number, to: number) => Promise.resolve(file.subarray(from, to));
  return (await explainLostEnd(read, file.length)).code;
}

describe('the end of a project file', () => {
  it('is missing wherever the file was cut after it had begun', async () => {
    for (let length = 1; length < zip.length; length++) {
      expect(await codeOf(zip.subarray(0, length)), `${length} bytes`).toBe(
        length < 4 ? 'project-file-unreadable' : 'project-file-cut',
      );
    }
  });

  it('has something behind it whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (more) => {
        expect(await codeOf(Uint8Array.from([...zip, ...more]))).toBe('project-file-extended');
      }),
    );
    expect(await codeOf(Uint8Array.from([...zip, ...zip]))).toBe('project-file-extended');
  });

  it('says how much that is', async () => {
    const longer = Uint8Array.from([...zip, 1, 2, 3]);
    const read = (from: number, to: number) => Promise.resolve(longer.subarray(from, to));
    const { message } = await explainLostEnd(read, longer.length);
    expect(message).toBe(`expected a file that ends at ${zip.length}, got 3 bytes more`);
  });

  it('is not guessed of other files, nor where a record between is another', async () => {
    expect(await codeOf(new Uint8Array())).toBe('project-file-unreadable');
    expect(await codeOf(new TextEncoder().encode('id,title\n1,mug'))).toBe(
      'project-file-unreadable',
    );
    const broken = Uint8Array.from([...zip, 0]);
    broken[broken.indexOf(0x50, 4)] = 0;
    expect(await codeOf(broken)).toBe('project-file-unreadable');
    expect(await codeOf(zip)).toBe('project-file-unreadable');
  });
});
