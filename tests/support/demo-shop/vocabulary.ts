// The demo shop's words and the plain facts behind them: what a title says is what moves its sales. Numbers that differ from
// one seed to the next are drawn in world.ts around the figures here.

export type ThemeName =
  | 'plain'
  | 'christmas'
  | 'winter'
  | 'valentine'
  | 'mother'
  | 'easter'
  | 'summer'
  | 'school'
  | 'halloween';

export interface Theme {
  /** Commonest first: the later words are seen less often. */
  readonly words: readonly string[];
  /** Week of the year, 0–51, in which a launch reaches most buyers in its first four weeks. */
  readonly bestLaunchWeek: number;
  readonly widthWeeks: number;
  /** Size of the season on the log scale of reach. */
  readonly lift: number;
}

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  plain: { words: [''], bestLaunchWeek: 0, widthWeeks: 1, lift: 0 },
  christmas: {
    words: ['Christmas', 'Xmas', 'Festive'],
    bestLaunchWeek: 46,
    widthWeeks: 3,
    lift: 1.3,
  },
  winter: { words: ['Winter', 'Nordic', 'Snowy'], bestLaunchWeek: 44, widthWeeks: 5, lift: 0.7 },
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
  summer: { words: ['Summer', 'Seaside', 'Beach'], bestLaunchWeek: 22, widthWeeks: 5, lift: 0.8 },
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

/** Share of the sale price that the channel keeps, and how far advertising on it reaches. */
export const CHANNELS = [
  { name: 'Marketplace', fee: 0.15, adScale: 45 },
  { name: 'Web shop', fee: 0.03, adScale: 60 },
  { name: 'Social shop', fee: 0.08, adScale: 90 },
  { name: 'Newsletter', fee: 0.02, adScale: 30 },
  { name: 'Gift catalogue', fee: 0.12, adScale: 120 },
] as const;
export type ChannelName = (typeof CHANNELS)[number]['name'];

/** The discount is off the price the launch asks; a multibuy also puts more units into an order. */
export const PROMOTIONS = [
  { name: 'No promotion', discount: 0, pull: 0, unitsPerOrderFactor: 1 },
  { name: '10% off', discount: 0.1, pull: 0.12, unitsPerOrderFactor: 1 },
  { name: '20% off', discount: 0.2, pull: 0.2, unitsPerOrderFactor: 1 },
  { name: 'Multibuy', discount: 0.12, pull: 0.05, unitsPerOrderFactor: 1.25 },
  { name: 'Coupon', discount: 0.06, pull: 0.1, unitsPerOrderFactor: 1 },
] as const;
export type PromotionName = (typeof PROMOTIONS)[number]['name'];

export interface Style {
  readonly words: readonly string[];
  readonly quality: number;
  /** Fit with each channel, in the order of CHANNELS, on the log scale of reach. */
  readonly channelLean: readonly number[];
  /** Times the usual price of such a product. */
  readonly worth: number;
  /** Times the category's price sensitivity. */
  readonly sensitivity: number;
}

export const STYLES: readonly Style[] = [
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

export const MATERIAL_QUALITY: Readonly<Record<string, number>> = {
  Bamboo: 0.1,
  Canvas: 0.05,
  Ceramic: 0.1,
  Copper: 0.2,
  Cotton: 0,
  Enamel: 0.1,
  Glass: 0.05,
  Kraft: -0.05,
  Leather: 0.2,
  Linen: 0.1,
  Oak: 0.15,
  Paper: -0.1,
  Plastic: -0.3,
  Polyester: -0.25,
  Steel: -0.05,
  Wicker: 0.1,
  Wool: 0.15,
};

export interface Category {
  readonly name: string;
  /** What is sold and its usual price. */
  readonly nouns: Readonly<Record<string, number>>;
  readonly materials: readonly string[];
  readonly themes: readonly ThemeName[];
  readonly bestLaunchWeek: number;
  readonly seasonStrength: number;
  /** Fall of the log odds of buying when the price doubles its usual level. */
  readonly priceSensitivity: number;
  readonly unitsPerOrder: number;
}

export const CATEGORIES: readonly Category[] = [
  {
    name: 'Candles & Lanterns',
    nouns: { 'Candle Holder': 11, 'Tealight Holder': 7, Lantern: 19, 'Oil Burner': 14 },
    materials: ['Copper', 'Glass', 'Steel', 'Ceramic'],
    themes: ['christmas', 'winter', 'valentine', 'mother', 'halloween'],
    bestLaunchWeek: 42,
    seasonStrength: 0.45,
    priceSensitivity: 2.4,
    unitsPerOrder: 1.3,
  },
  {
    name: 'Tableware',
    nouns: { Mug: 9, 'Serving Platter': 22, 'Cereal Bowl': 10, 'Milk Jug': 13, 'Cake Stand': 24 },
    materials: ['Ceramic', 'Enamel', 'Glass', 'Bamboo'],
    themes: ['christmas', 'mother', 'easter', 'summer'],
    bestLaunchWeek: 45,
    seasonStrength: 0.25,
    priceSensitivity: 2.7,
    unitsPerOrder: 1.4,
  },
  {
    name: 'Soft Furnishings',
    nouns: { Cushion: 18, Throw: 32, 'Table Runner': 16, 'Door Stop': 12, Bunting: 11 },
    materials: ['Cotton', 'Linen', 'Wool'],
    themes: ['christmas', 'winter', 'easter', 'summer'],
    bestLaunchWeek: 38,
    seasonStrength: 0.3,
    priceSensitivity: 3,
    unitsPerOrder: 1.2,
  },
  {
    name: 'Games & Puzzles',
    nouns: { 'Jigsaw Puzzle': 13, 'Memory Game': 10, 'Domino Set': 12, 'Alphabet Blocks': 17 },
    materials: ['Oak', 'Paper', 'Plastic', 'Bamboo'],
    themes: ['christmas', 'easter', 'school', 'halloween'],
    bestLaunchWeek: 47,
    seasonStrength: 0.5,
    priceSensitivity: 3.2,
    unitsPerOrder: 1.15,
  },
  {
    name: 'Stationery & Wrap',
    nouns: { Notebook: 7, 'Gift Bag': 5, 'Gift Tags': 4, 'Photo Album': 14, 'Desk Calendar': 9 },
    materials: ['Paper', 'Linen', 'Cotton', 'Kraft'],
    themes: ['christmas', 'valentine', 'mother', 'easter', 'school'],
    bestLaunchWeek: 46,
    seasonStrength: 0.35,
    priceSensitivity: 2,
    unitsPerOrder: 1.8,
  },
  {
    name: 'Garden Living',
    nouns: {
      'Plant Pot': 14,
      'Bird Feeder': 16,
      'Wind Chime': 12,
      'Watering Can': 21,
      'Herb Markers': 8,
    },
    materials: ['Steel', 'Ceramic', 'Oak', 'Plastic', 'Enamel'],
    themes: ['mother', 'easter', 'summer'],
    bestLaunchWeek: 13,
    seasonStrength: 0.6,
    priceSensitivity: 2.6,
    unitsPerOrder: 1.25,
  },
  {
    name: 'Camping & Picnic',
    nouns: { 'Picnic Basket': 32, 'Camping Stool': 24, Hammock: 34, 'Cool Bag': 21, Windbreak: 27 },
    materials: ['Canvas', 'Cotton', 'Wicker', 'Polyester'],
    themes: ['summer', 'school'],
    bestLaunchWeek: 20,
    seasonStrength: 0.65,
    priceSensitivity: 3.4,
    unitsPerOrder: 1.1,
  },
  {
    name: 'Travel Bags',
    nouns: { 'Tote Bag': 15, 'Weekend Bag': 42, Backpack: 31, 'Wash Bag': 16, 'Lunch Bag': 12 },
    materials: ['Canvas', 'Leather', 'Cotton'],
    themes: ['summer', 'school', 'mother'],
    bestLaunchWeek: 24,
    seasonStrength: 0.3,
    priceSensitivity: 2.8,
    unitsPerOrder: 1.1,
  },
  {
    name: 'Pet Corner',
    nouns: {
      'Pet Bowl': 13,
      'Treat Jar': 12,
      'Food Scoop': 7,
      'Water Fountain': 28,
      'Pet Brush': 9,
    },
    materials: ['Ceramic', 'Steel', 'Plastic', 'Bamboo'],
    themes: ['christmas', 'winter', 'halloween'],
    bestLaunchWeek: 2,
    seasonStrength: 0.15,
    priceSensitivity: 2.3,
    unitsPerOrder: 1.3,
  },
  {
    name: 'Bath & Beauty',
    nouns: { 'Soap Dish': 8, 'Toothbrush Mug': 9, 'Trinket Tray': 11, 'Vanity Mirror': 22 },
    materials: ['Ceramic', 'Bamboo', 'Glass', 'Steel'],
    themes: ['christmas', 'valentine', 'mother', 'winter'],
    bestLaunchWeek: 6,
    seasonStrength: 0.2,
    priceSensitivity: 2.2,
    unitsPerOrder: 1.45,
  },
];

export const BRAND_NAMES = [
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
] as const;
