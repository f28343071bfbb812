import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileKind } from '#core/app/file-kind.ts';
import { SHARE_FIELD, SHARE_PATH } from '#core/app/shared-files.ts';

interface Manifest {
  readonly lang: string;
  readonly name: string;
  readonly description: string;
  readonly icons: readonly Picture[];
  readonly screenshots: readonly Picture[];
  readonly start_url: string;
  readonly share_target: {
    readonly action: string;
    readonly params: { readonly files: readonly { name: string; accept: readonly string[] }[] };
  };
  readonly file_handlers: readonly {
    readonly action: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
  readonly form_factor?: string;
}

const manifest = (fileName: string) =>
  JSON.parse(
    readFileSync(new URL(`../../static/${fileName}`, import.meta.url), 'utf8'),
  ) as Manifest;

const inStatic = (path: string) => readFileSync(new URL(`../../static/${path}`, import.meta.url));

/** Of a PNG file, as its header gives it; "any" of a drawing, which has none of its own. */
function sizesOf({ src, type }: Picture): string {
  const bytes = inStatic(src);
  if (type === 'image/svg+xml') return bytes.includes('<svg') ? 'any' : 'no drawing';
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

const textsOf = ({ lang, name, description }: Manifest) => ({ lang, name, description });

describe('the manifests', () => {
  const english = manifest('manifest.webmanifest');
  const chinese = manifest('manifest.zh.webmanifest');

  it('install one and the same app', () => {
    expect({ ...chinese, ...textsOf(english) }).toEqual(english);
  });

  it('are given files where the app takes them, in whichever folder it lies, and only such as it opens', () => {
    const { share_target: share, file_handlers: handlers, start_url: start } = english;
    expect(share.action).toBe(`./${SHARE_PATH}`);
    expect(share.params.files.map(({ name }) => name)).toEqual([SHARE_FIELD]);
    expect(handlers.map(({ action }) => action)).toEqual([start]);
    const shared = share.params.files.flatMap(({ accept }) => accept);
    const endings = [
      ...shared.filter((accepted) => accepted.startsWith('.')),
      ...handlers.flatMap(({ accept }) => Object.values(accept).flat()),
    ];
    expect(endings.length).toBeGreaterThan(6);
    for (const ending of endings)
      expect(fileKind(`file${ending}`, new Uint8Array()), ending).not.toBeNull();
  });

  it('each speak their language', () => {
    expect([english.lang, chinese.lang]).toEqual(['en-GB', 'zh-CN']);
    for (const text of [english.name, english.description])
      expect(text).not.toMatch(/\p{Script=Han}/u);
    for (const text of [chinese.name, chinese.description]) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('name pictures that are there, in the size and for the use that installing asks for', () => {
    const { icons, screenshots } = english;
    for (const picture of [...icons, ...screenshots]) {
      expect(sizesOf(picture), picture.src).toBe(picture.sizes);
    }
    const plain = icons.filter(({ purpose }) => purpose === undefined);
    expect(plain.map(({ sizes }) => sizes)).toEqual(['any', '192x192', '512x512']);
    expect(icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1);
    expect(screenshots.map(({ form_factor }) => form_factor)).toEqual(['wide', 'narrow']);
  });
});
