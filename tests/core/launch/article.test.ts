import { expect, it } from 'vitest';
import { productOfArticle } from '#core/launch/article.ts';
import { article } from '../../support/shortlist.ts';

it('keeps the offer to buy at, and the variants', () => {
  const given = article('a', { variants: ['S / Red', 'M / Red', 'S / Blue', 'M / Blue'] });
  const product = productOfArticle(given);
  expect(product.offer).toEqual(given.offers[0]);
  expect(product.variantChoice).toMatchObject({ sizes: ['S', 'M'], options: ['Red', 'Blue'] });
  for (const left of ['offers', 'variants', 'isLeftOut']) expect(product).not.toHaveProperty(left);
});

it('has no variants where the list names none', () => {
  expect(productOfArticle(article('a'))).not.toHaveProperty('variantChoice');
});
