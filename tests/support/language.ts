// Reads the language model as the build makes it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackWeights, type EncoderWeights } from '#core/model/text/encoder-weights.ts';
import { languageFiles } from '#core/model/text/files.generated.ts';
import { readGlosses, type Glosses } from '#core/model/text/glosses.ts';
import { createTokenizer, readVocabulary, type Tokenizer } from '#core/model/text/tokenizer.ts';
import { buildLanguage } from '#workers/build/language/build-language.js';

const root = join(import.meta.dirname, '../..');

export function languageFile(part: keyof typeof languageFiles): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(buildLanguage(root), languageFiles[part].name)));
}

export function englishTokenizer(): Tokenizer {
  return createTokenizer(readVocabulary(textOf('vocabulary')));
}

export function chineseGlosses(): Glosses {
  return readGlosses(textOf('glosses'));
}

export function encoderWeights(): EncoderWeights {
  return unpackWeights(languageFile('weights'));
}

export function sha256(bytes: Uint8Array): Promise<string> {
  return Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
}

function textOf(part: 'vocabulary' | 'glosses'): string {
  return new TextDecoder().decode(languageFile(part));
}
