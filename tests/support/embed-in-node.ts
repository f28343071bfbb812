// Texts as JSON in, their embeddings as JSON out: by the plain backend, Chinese glossed. A process of its own, because Playwright's loader
// does not know TensorFlow.js as its packages have it.

import { readFileSync } from 'node:fs';
import { EMBEDDING_SIZE } from '#core/language/encoder-weights.ts';
import { textTokens } from '#core/language/text-tokens.ts';
import { openCpu } from '#learning/cpu/open.ts';
import { openSentenceEncoder } from '#learning/sentence-encoder.ts';
import { chineseGlosses, encoderWeights, englishTokenizer } from './language.ts';

const texts = JSON.parse(readFileSync(0, 'utf8')) as readonly string[];
const session = await openCpu({ reason: 'chosen', device: '' });
const encoder = openSentenceEncoder(encoderWeights(), session);
const [tokenizer, glosses] = [englishTokenizer(), chineseGlosses()];
const values = await encoder.embed(texts.map((text) => textTokens(text, tokenizer, glosses)));
const rows = texts.map((_, i) => [
  ...values.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE),
]);
process.stdout.write(JSON.stringify(rows));
encoder.dispose();
session.dispose();
