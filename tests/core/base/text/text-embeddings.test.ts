import { expect, it } from 'vitest';
import { textsToEmbed } from '#core/base/text/text-embeddings.ts';

it('are the titles and their words, each once', () => {
  const texts = textsToEmbed({ titles: ['red mug', 'red bowl', 'mug', ''] });
  expect(texts.toSorted()).toEqual(['bowl', 'mug', 'red', 'red bowl', 'red mug']);
});

it('are only the words of titles that are not read as a whole', () => {
  const texts = textsToEmbed({ titles: ['red mug'], wordsOf: ['red mug', 'blue mug', 'Vase'] });
  expect(texts.toSorted()).toEqual(['blue', 'mug', 'red', 'red mug', 'vase']);
});
