import type { NewProduct } from '#core/launch/new-product.ts';

/** Words of themes and styles of world a, each with a synonym that the history never has. */
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

/** Returns the same products with synonyms in their titles. */
export function inOtherWords(products: readonly NewProduct[]): NewProduct[] {
  return products.map((product) => ({
    ...product,
    title: Object.entries(SYNONYMS).reduce(
      (title, [word, synonym]) => title.replace(word, synonym),
      product.title,
    ),
  }));
}
