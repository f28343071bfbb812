import type { NewProduct } from '#core/launch/new-product.ts';

/** Each word of a theme or a style of world a, and one that its history never has for the same. */
const SYNONYMS: Readonly<Record<string, string>> = {
  Christmas: 'Nativity',
  Xmas: 'Yuletide',
  Valentine: 'Romantic',
  Sweetheart: 'Beloved',
  'Bunny Egg': 'Rabbit Basket',
  Easter: 'Paschal',
  Summer: 'Sunshine',
  Beach: 'Seaside',
  Halloween: 'Haunted',
  Spooky: 'Ghostly',
  School: 'Pupils',
  Classroom: 'Student',
  Classic: 'Timeless',
  Handmade: 'Handcrafted',
  'Hand Crafted': 'Artisan',
  Luxury: 'Deluxe',
  Premium: 'Opulent',
  Value: 'Bargain',
  Budget: 'Cheap',
  Organic: 'Natural',
  Recycled: 'Upcycled',
  Kids: 'Toddler',
  Childrens: 'Junior',
  Vintage: 'Antique',
  Retro: 'Nostalgic',
  Professional: 'Commercial',
  'Heavy Duty': 'Industrial',
};

/** The same products, called otherwise. */
export function inOtherWords(products: readonly NewProduct[]): NewProduct[] {
  return products.map((product) => ({
    ...product,
    title: Object.entries(SYNONYMS).reduce(
      (title, [word, synonym]) => title.replace(word, synonym),
      product.title,
    ),
  }));
}
