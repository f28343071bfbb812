import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly lang: string;
  readonly name: string;
  readonly description: string;
}

const manifest = (fileName: string) =>
  JSON.parse(
    readFileSync(new URL(`../../static/${fileName}`, import.meta.url), 'utf8'),
  ) as Manifest;

const textsOf = ({ lang, name, description }: Manifest) => ({ lang, name, description });

describe('the manifests', () => {
  const english = manifest('manifest.webmanifest');
  const chinese = manifest('manifest.zh.webmanifest');

  it('install one and the same app', () => {
    expect({ ...chinese, ...textsOf(english) }).toEqual(english);
  });

  it('each speak their language', () => {
    expect([english.lang, chinese.lang]).toEqual(['en-GB', 'zh-CN']);
    for (const text of [english.name, english.description])
      expect(text).not.toMatch(/\p{Script=Han}/u);
    for (const text of [chinese.name, chinese.description]) expect(text).toMatch(/\p{Script=Han}/u);
  });
});
