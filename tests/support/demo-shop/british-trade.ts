// A British shop of gifts for home and garden.

import { categories, materials } from './british-goods.ts';
import { PLAIN, roundToPence, type ShopTrade, type Style } from './trade.ts';

const themes: ShopTrade['themes'] = {
  [PLAIN]: { words: [''], bestLaunchWeek: 0, widthWeeks: 1, lift: 0 },
  christmas: {
    words: ['Christmas', 'Xmas', 'Festive'],
    bestLaunchWeek: 46,
    widthWeeks: 3,
    lift: 1.3,
  },
  winter: {
    words: ['Winter', 'Nordic', 'Snowy'],
    bestLaunchWeek: 44,
    widthWeeks: 5,
    lift: 0.7,
  },
  valentine: {
    words: ["Valentine's", 'Sweetheart', 'Love Heart'],
    bestLaunchWeek: 3,
    widthWeeks: 2,
    lift: 1,
  },
  mother: {
    words: ["Mother's Day", 'Best Mum', 'For Mum'],
    bestLaunchWeek: 8,
    widthWeeks: 2.5,
    lift: 0.9,
  },
  easter: {
    words: ['Easter', 'Bunny', 'Spring Chick'],
    bestLaunchWeek: 11,
    widthWeeks: 2.5,
    lift: 0.9,
  },
  summer: {
    words: ['Summer', 'Seaside', 'Beach'],
    bestLaunchWeek: 22,
    widthWeeks: 5,
    lift: 0.8,
  },
  school: {
    words: ['Back to School', 'Classroom', 'Study'],
    bestLaunchWeek: 32,
    widthWeeks: 3,
    lift: 0.9,
  },
  halloween: {
    words: ['Halloween', 'Spooky', 'Pumpkin'],
    bestLaunchWeek: 39,
    widthWeeks: 2,
    lift: 1.1,
  },
};

const channels: ShopTrade['channels'] = [
  { name: 'Marketplace', fee: 0.15, adScale: 45, familiarity: 1.2, spendFactor: 0.8 },
  { name: 'Web shop', fee: 0.03, adScale: 60, familiarity: 0.8, spendFactor: 0.7 },
  { name: 'Social shop', fee: 0.08, adScale: 90, familiarity: 0.4, spendFactor: 1.4 },
  { name: 'Newsletter', fee: 0.02, adScale: 30, familiarity: 0.3, spendFactor: 0.5 },
  { name: 'Gift catalogue', fee: 0.12, adScale: 120, familiarity: 0, spendFactor: 1.6 },
];

const promotions: ShopTrade['promotions'] = [
  { name: 'No promotion', discount: 0, pull: 0, unitsPerOrderFactor: 1, fondness: 0.9 },
  { name: '10% off', discount: 0.1, pull: 0.12, unitsPerOrderFactor: 1, fondness: 0.4 },
  { name: '20% off', discount: 0.2, pull: 0.2, unitsPerOrderFactor: 1, fondness: 0.2 },
  { name: 'Multibuy', discount: 0.12, pull: 0.05, unitsPerOrderFactor: 1.25, fondness: 0 },
  { name: 'Coupon', discount: 0.06, pull: 0.1, unitsPerOrderFactor: 1, fondness: 0.1 },
];

const styles: readonly Style[] = [
  { words: [''], quality: -0.15, channelLean: [0, 0, 0, 0, 0], worth: 1, sensitivity: 1 },
  {
    words: ['Handcrafted', 'Artisan'],
    quality: 0.35,
    channelLean: [-0.1, 0.2, 0.5, -0.2, 0.4],
    worth: 1.25,
    sensitivity: 0.85,
  },
  {
    words: ['Deluxe', 'Luxury'],
    quality: 0.2,
    channelLean: [-0.3, 0.4, 0.1, 0, 0.5],
    worth: 1.45,
    sensitivity: 0.7,
  },
  {
    words: ['Everyday', 'Value'],
    quality: -0.1,
    channelLean: [0.5, -0.2, -0.1, 0.3, -0.4],
    worth: 0.75,
    sensitivity: 1.3,
  },
  {
    words: ['Recycled', 'Eco'],
    quality: 0.2,
    channelLean: [-0.2, 0.35, 0.3, 0.1, -0.1],
    worth: 1.1,
    sensitivity: 0.95,
  },
  {
    words: ['Kids', "Children's"],
    quality: 0.05,
    channelLean: [0.2, 0, 0.4, -0.1, 0.1],
    worth: 0.9,
    sensitivity: 1.1,
  },
  {
    words: ['Vintage', 'Heritage'],
    quality: 0.15,
    channelLean: [0.1, 0.1, 0.2, -0.3, 0.45],
    worth: 1.1,
    sensitivity: 0.9,
  },
  {
    words: ['Pro', 'Heavy Duty'],
    quality: 0,
    channelLean: [0.4, 0, -0.5, 0.5, -0.3],
    worth: 1.2,
    sensitivity: 1,
  },
];

const sets: ShopTrade['sets'] = [
  { size: 2, name: 'Set of 2' },
  { size: 3, name: 'Set of 3' },
  { size: 4, name: 'Set of 4' },
  { size: 6, name: 'Set of 6' },
];

const brands: readonly string[] = [
  'Ashdown',
  'Bramble Row',
  'Calder & Finch',
  'Dovecote',
  'Elm Street',
  'Foxglove',
  'Greyfriars',
  'Hearth Hill',
  'Ivy Lane',
  'Kittiwake',
  'Larkspur',
  'Mill Pond',
  'Oxbow',
  'Primrose',
  'Seagrass',
  'Thistledown',
];

export const BRITISH_TRADE = {
  ...{ themes, channels, promotions, styles, materials, categories, sets, brands },
  festivals: [],
  titleOf: ({ theme, style, material, noun, set }) =>
    [theme, style, material, noun, set].filter(Boolean).join(' '),
  listPriceOf: roundToPence,
  plannedAdSpend: 40,
} satisfies ShopTrade;
