import { describe, expect, it } from 'vitest';
import { joinsByMeaning, type CategoryTitles } from '#core/demand/market/joins-by-meaning.ts';
import { embeddingsOf } from '../../../support/embeddings-of.ts';

/** A text's direction in a space of few meanings, at length 1. */
function meaning(...parts: readonly number[]): Float32Array {
  const length = Math.sqrt(parts.reduce((sum, x) => sum + x * x, 0));
  return Float32Array.from(parts, (x) => x / length);
}

const bare = (...categories: readonly string[]): CategoryTitles[] =>
  categories.map((category) => ({ category, titles: [] }));

// All texts share the last direction, as all of a shop do.
const embeddings = new Map([
  ['Couches', meaning(1, 0, 0, 1)],
  ['Cups', meaning(0, 1, 0, 1)],
  ['Beakers', meaning(0, 0.99, 0.01, 1)],
  ['Rugs', meaning(0, 0, 1, 1)],
  ['sofa', meaning(0.9, 0.1, 0, 1)],
  ['mug', meaning(0.05, 1, 0, 1)],
  ['bus', meaning(-1, -1, -1, 1)],
  ['carpet', meaning(0, 0, 0, 0)],
]);

describe('joinsByMeaning', () => {
  it('takes the nearest name, in whatever order they come', () => {
    const names = ['bus', 'mug', 'sofa'];
    const found = { Couches: 'sofa', Cups: 'mug' };
    expect(joinsByMeaning(bare('Couches', 'Cups', 'Rugs'), names, embeddings)).toEqual(found);
    expect(joinsByMeaning(bare('Rugs', 'Cups', 'Couches'), names.toReversed(), embeddings)).toEqual(
      found,
    );
  });

  it('takes none that is about as near to another category', () => {
    expect(joinsByMeaning(bare('Couches', 'Cups', 'Beakers'), ['mug', 'sofa'], embeddings)).toEqual(
      { Couches: 'sofa' },
    );
  });

  it('counts titles as much as the name', () => {
    const titles = ['Three seats', 'Two seats'];
    const known = new Map([
      ...embeddings,
      ...titles.map((title) => [title, meaning(1, 0, 0, 1)] as const),
    ]);
    const categories = [{ category: 'Alpine range', titles }, ...bare('Cups', 'Rugs')];
    const found = (all: typeof known) => joinsByMeaning(categories, ['mug', 'sofa'], all);
    expect(found(known)).toEqual({ 'Alpine range': 'sofa', Cups: 'mug' });
    expect(found(new Map([...known, ['Alpine range', meaning(-1, 0, 0.3, 1)]]))).toEqual({
      Cups: 'mug',
    });
  });

  it('takes nothing that the language model could not read, and nothing from very many', () => {
    const without = new Map([['mug', embeddings.get('mug')!]]);
    expect(joinsByMeaning(bare('Cups', 'Rugs'), ['mug'], without)).toEqual({});
    expect(joinsByMeaning(bare('Rugs', 'Cups'), ['carpet'], embeddings)).toEqual({});
    expect(joinsByMeaning([], [], new Map())).toEqual({});
    const many = Array.from({ length: 100 }, (_, i) => `bus ${i}`);
    expect(joinsByMeaning(bare('Couches', 'Cups'), ['sofa', ...many], embeddings)).toEqual({});
  });

  it('joins what the language model says means the same, across languages too', async () => {
    const categories = [
      { category: '耳机', titles: ['蓝牙降噪入耳式', '头戴式无线'] },
      { category: 'Lipsticks', titles: ['Matte red', 'Nude satin', 'Tinted balm'] },
      { category: '帐篷', titles: ['全自动速开', '双层防雨'] },
      { category: 'Wheelbarrows', titles: ['Galvanised 90 L', 'Plastic twin wheel'] },
    ];
    const names = ['headphones', 'lip colour', 'reading glasses', 'garden hose', 'coffee maker'];
    const texts = categories.flatMap(({ category, titles }) => [category, ...titles]);
    expect(joinsByMeaning(categories, names, await embeddingsOf([...texts, ...names]))).toEqual({
      耳机: 'headphones',
      Lipsticks: 'lip colour',
    });
  });
});
