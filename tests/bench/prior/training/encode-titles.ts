// tsx tests/bench/prior/training/encode-titles.ts TITLES.tsv OUT.f32
// Reads invented titles with the app's language model: one embedding of 512 numbers a line, as float32.

import { readFileSync, writeFileSync } from 'node:fs';
import { embeddingsOf } from '../../../support/embeddings-of.ts';

const [titlesPath, outPath] = process.argv.slice(2);
if (!titlesPath || !outPath) throw new Error('expected TITLES.tsv and OUT.f32');
const titles = readFileSync(titlesPath, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t')[1]!);
const embeddings = await embeddingsOf(titles);
const rows = titles.map((title) => embeddings.get(title)!);
writeFileSync(outPath, Float32Array.from(rows.flatMap((row) => Array.from(row))));
console.log(`${titles.length} titles`);
