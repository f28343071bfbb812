import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { languageFiles } from '#core/model/text/files.generated.ts';
import { buildLanguage } from '#workers/build/language/build-language.js';
import { extractGlosses, type Entry } from '#workers/build/language/extract-glosses.js';
import { packEncoder } from '#workers/build/language/quantise-encoder.js';
import { sha256 } from '../../../support/language.ts';

const root = join(import.meta.dirname, '../../../..');

it('makes the files that the app knows, and makes them once', async () => {
  const folder = buildLanguage(root);
  const made = statSync(folder).mtimeMs;
  for (const { name, sizeBytes, sha256: digest } of Object.values(languageFiles)) {
    const content = readFileSync(join(folder, name));
    expect(content).toHaveLength(sizeBytes);
    expect(await sha256(content)).toBe(digest);
    expect(name).toContain(digest.slice(0, 12));
  }
  expect(statSync(buildLanguage(root)).mtimeMs).toBe(made);
});

it('glosses a word briefly, a name only where nothing else is written so', () => {
  const entries: Entry[] = [
    ['杯', '杯', 'bei1', ['variant of 盃[bei1]', 'cup (vessel); mug']],
    ['花', '花', 'Hua1', 'flowery place'],
    ['花', '花', 'hua1', ['to bloom', 'flower']],
    ['機', '机', 'ji1', 'a machine which does very many things'],
    ['的', '的', 'de5', 'of'],
    ['CD', 'CD', 'C D', 'compact disc'],
  ];
  expect(extractGlosses(entries)).toBe(
    '機\n机\n机\tmachine which does very\n杯\tcup\n的\t\n花\tbloom\n',
  );
});

it('refuses weights that lack a tensor', () => {
  const weights = [{ name: 'module/Embeddings_en', shape: [1, 2], dtype: 'float32' }];
  expect(() => packEncoder(weights, new Uint8Array(8))).toThrow('found none');
  expect(() => packEncoder(weights, new Uint8Array(4))).toThrow();
});
