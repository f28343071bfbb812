// The demo shop's words and the plain facts behind them: what a title says is what moves its sales. Numbers that differ from
// one seed to the next are drawn in world.ts around the figures here. Each word stands here in every language of the samples:
// a shop in another language is the same shop, with other words on its goods.

export const LOCALES = ['en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];
export type Words<English extends string = string> = {
  readonly [L in Locale]: L extends 'en' ? English : string;
};

function word<const English extends string>(en: English, zh: string): Words<English> {
  return { en, zh };
}

const NOTHING = word('', '');

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
  readonly words: readonly Words[];
  /** Week of the year, 0–51, in which a launch reaches most buyers in its first four weeks. */
  readonly bestLaunchWeek: number;
  readonly widthWeeks: number;
  /** Size of the season on the log scale of reach. */
  readonly lift: number;
}

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  plain: { words: [NOTHING], bestLaunchWeek: 0, widthWeeks: 1, lift: 0 },
  christmas: {
    words: [word('Christmas', '圣诞'), word('Xmas', '圣诞节'), word('Festive', '节庆')],
    bestLaunchWeek: 46,
    widthWeeks: 3,
    lift: 1.3,
  },
  winter: {
    words: [word('Winter', '冬季'), word('Nordic', '北欧'), word('Snowy', '雪景')],
    bestLaunchWeek: 44,
    widthWeeks: 5,
    lift: 0.7,
  },
  valentine: {
    words: [word("Valentine's", '情人节'), word('Sweetheart', '甜心'), word('Love Heart', '爱心')],
    bestLaunchWeek: 3,
    widthWeeks: 2,
    lift: 1,
  },
  mother: {
    words: [
      word("Mother's Day", '母亲节'),
      word('Best Mum', '最棒妈妈'),
      word('For Mum', '送妈妈'),
    ],
    bestLaunchWeek: 8,
    widthWeeks: 2.5,
    lift: 0.9,
  },
  easter: {
    words: [word('Easter', '复活节'), word('Bunny', '小兔'), word('Spring Chick', '春日小鸡')],
    bestLaunchWeek: 11,
    widthWeeks: 2.5,
    lift: 0.9,
  },
  summer: {
    words: [word('Summer', '夏日'), word('Seaside', '海边'), word('Beach', '沙滩')],
    bestLaunchWeek: 22,
    widthWeeks: 5,
    lift: 0.8,
  },
  school: {
    words: [word('Back to School', '开学季'), word('Classroom', '课堂'), word('Study', '学习')],
    bestLaunchWeek: 32,
    widthWeeks: 3,
    lift: 0.9,
  },
  halloween: {
    words: [word('Halloween', '万圣节'), word('Spooky', '搞怪'), word('Pumpkin', '南瓜')],
    bestLaunchWeek: 39,
    widthWeeks: 2,
    lift: 1.1,
  },
};

/** Share of the sale price that the channel keeps, and how far advertising on it reaches. */
export const CHANNELS = [
  { name: word('Marketplace', '电商平台'), fee: 0.15, adScale: 45 },
  { name: word('Web shop', '自营网店'), fee: 0.03, adScale: 60 },
  { name: word('Social shop', '社交电商'), fee: 0.08, adScale: 90 },
  { name: word('Newsletter', '邮件推送'), fee: 0.02, adScale: 30 },
  { name: word('Gift catalogue', '礼品目录'), fee: 0.12, adScale: 120 },
] as const;
export type ChannelName = (typeof CHANNELS)[number]['name']['en'];

/** The discount is off the price the launch asks; a multibuy also puts more units into an order. */
export const PROMOTIONS = [
  { name: word('No promotion', '无促销'), discount: 0, pull: 0, unitsPerOrderFactor: 1 },
  { name: word('10% off', '九折'), discount: 0.1, pull: 0.12, unitsPerOrderFactor: 1 },
  { name: word('20% off', '八折'), discount: 0.2, pull: 0.2, unitsPerOrderFactor: 1 },
  { name: word('Multibuy', '多件优惠'), discount: 0.12, pull: 0.05, unitsPerOrderFactor: 1.25 },
  { name: word('Coupon', '优惠券'), discount: 0.06, pull: 0.1, unitsPerOrderFactor: 1 },
] as const;
export type PromotionName = (typeof PROMOTIONS)[number]['name']['en'];

export interface Style {
  readonly words: readonly Words[];
  readonly quality: number;
  /** Fit with each channel, in the order of CHANNELS, on the log scale of reach. */
  readonly channelLean: readonly number[];
  /** Times the usual price of such a product. */
  readonly worth: number;
  /** Times the category's price sensitivity. */
  readonly sensitivity: number;
}

export const STYLES: readonly Style[] = [
  { words: [NOTHING], quality: -0.15, channelLean: [0, 0, 0, 0, 0], worth: 1, sensitivity: 1 },
  {
    words: [word('Handcrafted', '手工'), word('Artisan', '匠心')],
    quality: 0.35,
    channelLean: [-0.1, 0.2, 0.5, -0.2, 0.4],
    worth: 1.25,
    sensitivity: 0.85,
  },
  {
    words: [word('Deluxe', '豪华'), word('Luxury', '轻奢')],
    quality: 0.2,
    channelLean: [-0.3, 0.4, 0.1, 0, 0.5],
    worth: 1.45,
    sensitivity: 0.7,
  },
  {
    words: [word('Everyday', '日常'), word('Value', '平价')],
    quality: -0.1,
    channelLean: [0.5, -0.2, -0.1, 0.3, -0.4],
    worth: 0.75,
    sensitivity: 1.3,
  },
  {
    words: [word('Recycled', '再生'), word('Eco', '环保')],
    quality: 0.2,
    channelLean: [-0.2, 0.35, 0.3, 0.1, -0.1],
    worth: 1.1,
    sensitivity: 0.95,
  },
  {
    words: [word('Kids', '儿童'), word("Children's", '童趣')],
    quality: 0.05,
    channelLean: [0.2, 0, 0.4, -0.1, 0.1],
    worth: 0.9,
    sensitivity: 1.1,
  },
  {
    words: [word('Vintage', '复古'), word('Heritage', '怀旧')],
    quality: 0.15,
    channelLean: [0.1, 0.1, 0.2, -0.3, 0.45],
    worth: 1.1,
    sensitivity: 0.9,
  },
  {
    words: [word('Pro', '专业'), word('Heavy Duty', '加厚')],
    quality: 0,
    channelLean: [0.4, 0, -0.5, 0.5, -0.3],
    worth: 1.2,
    sensitivity: 1,
  },
];

export const MATERIALS = {
  bamboo: { name: word('Bamboo', '竹制'), quality: 0.1 },
  canvas: { name: word('Canvas', '帆布'), quality: 0.05 },
  ceramic: { name: word('Ceramic', '陶瓷'), quality: 0.1 },
  copper: { name: word('Copper', '紫铜'), quality: 0.2 },
  cotton: { name: word('Cotton', '纯棉'), quality: 0 },
  enamel: { name: word('Enamel', '搪瓷'), quality: 0.1 },
  glass: { name: word('Glass', '玻璃'), quality: 0.05 },
  kraft: { name: word('Kraft', '牛皮纸'), quality: -0.05 },
  leather: { name: word('Leather', '皮革'), quality: 0.2 },
  linen: { name: word('Linen', '亚麻'), quality: 0.1 },
  oak: { name: word('Oak', '橡木'), quality: 0.15 },
  paper: { name: word('Paper', '纸质'), quality: -0.1 },
  plastic: { name: word('Plastic', '塑料'), quality: -0.3 },
  polyester: { name: word('Polyester', '涤纶'), quality: -0.25 },
  steel: { name: word('Steel', '不锈钢'), quality: -0.05 },
  wicker: { name: word('Wicker', '藤编'), quality: 0.1 },
  wool: { name: word('Wool', '羊毛'), quality: 0.15 },
} as const;
export type MaterialName = keyof typeof MATERIALS;

export interface Noun {
  readonly name: Words;
  readonly usualPrice: number;
}

function noun(en: string, zh: string, usualPrice: number): Noun {
  return { name: word(en, zh), usualPrice };
}

export interface Category {
  readonly name: Words;
  readonly nouns: readonly Noun[];
  readonly materials: readonly MaterialName[];
  readonly themes: readonly ThemeName[];
  readonly bestLaunchWeek: number;
  readonly seasonStrength: number;
  /** Fall of the log odds of buying when the price doubles its usual level. */
  readonly priceSensitivity: number;
  readonly unitsPerOrder: number;
}

export const CATEGORIES: readonly Category[] = [
  {
    name: word('Candles & Lanterns', '烛台灯饰'),
    nouns: [
      noun('Candle Holder', '烛台', 11),
      noun('Tealight Holder', '茶蜡烛台', 7),
      noun('Lantern', '提灯', 19),
      noun('Oil Burner', '香薰炉', 14),
    ],
    materials: ['copper', 'glass', 'steel', 'ceramic'],
    themes: ['christmas', 'winter', 'valentine', 'mother', 'halloween'],
    bestLaunchWeek: 42,
    seasonStrength: 0.45,
    priceSensitivity: 2.4,
    unitsPerOrder: 1.3,
  },
  {
    name: word('Tableware', '餐具'),
    nouns: [
      noun('Mug', '马克杯', 9),
      noun('Serving Platter', '大餐盘', 22),
      noun('Cereal Bowl', '麦片碗', 10),
      noun('Milk Jug', '奶壶', 13),
      noun('Cake Stand', '蛋糕架', 24),
    ],
    materials: ['ceramic', 'enamel', 'glass', 'bamboo'],
    themes: ['christmas', 'mother', 'easter', 'summer'],
    bestLaunchWeek: 45,
    seasonStrength: 0.25,
    priceSensitivity: 2.7,
    unitsPerOrder: 1.4,
  },
  {
    name: word('Soft Furnishings', '家居布艺'),
    nouns: [
      noun('Cushion', '抱枕', 18),
      noun('Throw', '盖毯', 32),
      noun('Table Runner', '桌旗', 16),
      noun('Door Stop', '门挡', 12),
      noun('Bunting', '挂旗', 11),
    ],
    materials: ['cotton', 'linen', 'wool'],
    themes: ['christmas', 'winter', 'easter', 'summer'],
    bestLaunchWeek: 38,
    seasonStrength: 0.3,
    priceSensitivity: 3,
    unitsPerOrder: 1.2,
  },
  {
    name: word('Games & Puzzles', '桌游拼图'),
    nouns: [
      noun('Jigsaw Puzzle', '拼图', 13),
      noun('Memory Game', '记忆牌', 10),
      noun('Domino Set', '多米诺骨牌', 12),
      noun('Alphabet Blocks', '字母积木', 17),
    ],
    materials: ['oak', 'paper', 'plastic', 'bamboo'],
    themes: ['christmas', 'easter', 'school', 'halloween'],
    bestLaunchWeek: 47,
    seasonStrength: 0.5,
    priceSensitivity: 3.2,
    unitsPerOrder: 1.15,
  },
  {
    name: word('Stationery & Wrap', '文具包装'),
    nouns: [
      noun('Notebook', '笔记本', 7),
      noun('Gift Bag', '礼品袋', 5),
      noun('Gift Tags', '礼品吊牌', 4),
      noun('Photo Album', '相册', 14),
      noun('Desk Calendar', '台历', 9),
    ],
    materials: ['paper', 'linen', 'cotton', 'kraft'],
    themes: ['christmas', 'valentine', 'mother', 'easter', 'school'],
    bestLaunchWeek: 46,
    seasonStrength: 0.35,
    priceSensitivity: 2,
    unitsPerOrder: 1.8,
  },
  {
    name: word('Garden Living', '园艺'),
    nouns: [
      noun('Plant Pot', '花盆', 14),
      noun('Bird Feeder', '喂鸟器', 16),
      noun('Wind Chime', '风铃', 12),
      noun('Watering Can', '浇水壶', 21),
      noun('Herb Markers', '香草插牌', 8),
    ],
    materials: ['steel', 'ceramic', 'oak', 'plastic', 'enamel'],
    themes: ['mother', 'easter', 'summer'],
    bestLaunchWeek: 13,
    seasonStrength: 0.6,
    priceSensitivity: 2.6,
    unitsPerOrder: 1.25,
  },
  {
    name: word('Camping & Picnic', '露营野餐'),
    nouns: [
      noun('Picnic Basket', '野餐篮', 32),
      noun('Camping Stool', '露营凳', 24),
      noun('Hammock', '吊床', 34),
      noun('Cool Bag', '保冷袋', 21),
      noun('Windbreak', '挡风屏', 27),
    ],
    materials: ['canvas', 'cotton', 'wicker', 'polyester'],
    themes: ['summer', 'school'],
    bestLaunchWeek: 20,
    seasonStrength: 0.65,
    priceSensitivity: 3.4,
    unitsPerOrder: 1.1,
  },
  {
    name: word('Travel Bags', '旅行箱包'),
    nouns: [
      noun('Tote Bag', '托特包', 15),
      noun('Weekend Bag', '周末旅行包', 42),
      noun('Backpack', '双肩包', 31),
      noun('Wash Bag', '洗漱包', 16),
      noun('Lunch Bag', '午餐包', 12),
    ],
    materials: ['canvas', 'leather', 'cotton'],
    themes: ['summer', 'school', 'mother'],
    bestLaunchWeek: 24,
    seasonStrength: 0.3,
    priceSensitivity: 2.8,
    unitsPerOrder: 1.1,
  },
  {
    name: word('Pet Corner', '宠物用品'),
    nouns: [
      noun('Pet Bowl', '宠物碗', 13),
      noun('Treat Jar', '零食罐', 12),
      noun('Food Scoop', '粮勺', 7),
      noun('Water Fountain', '饮水机', 28),
      noun('Pet Brush', '宠物梳', 9),
    ],
    materials: ['ceramic', 'steel', 'plastic', 'bamboo'],
    themes: ['christmas', 'winter', 'halloween'],
    bestLaunchWeek: 2,
    seasonStrength: 0.15,
    priceSensitivity: 2.3,
    unitsPerOrder: 1.3,
  },
  {
    name: word('Bath & Beauty', '卫浴美妆'),
    nouns: [
      noun('Soap Dish', '皂碟', 8),
      noun('Toothbrush Mug', '漱口杯', 9),
      noun('Trinket Tray', '首饰盘', 11),
      noun('Vanity Mirror', '化妆镜', 22),
    ],
    materials: ['ceramic', 'bamboo', 'glass', 'steel'],
    themes: ['christmas', 'valentine', 'mother', 'winter'],
    bestLaunchWeek: 6,
    seasonStrength: 0.2,
    priceSensitivity: 2.2,
    unitsPerOrder: 1.45,
  },
];

/** How many pieces are sold as one, and what the title calls that. */
export const SETS = [
  { size: 2, name: word('Set of 2', '两件套') },
  { size: 3, name: word('Set of 3', '三件套') },
  { size: 4, name: word('Set of 4', '四件套') },
  { size: 6, name: word('Set of 6', '六件套') },
] as const;
export const SINGLE = { size: 1, name: NOTHING } as const;

export const BRAND_NAMES: readonly Words[] = [
  word('Ashdown', '白蜡坡'),
  word('Bramble Row', '黑莓巷'),
  word('Calder & Finch', '溪与雀'),
  word('Dovecote', '鸽舍'),
  word('Elm Street', '榆树街'),
  word('Foxglove', '毛地黄'),
  word('Greyfriars', '灰袍'),
  word('Hearth Hill', '炉火丘'),
  word('Ivy Lane', '常春藤巷'),
  word('Kittiwake', '三趾鸥'),
  word('Larkspur', '飞燕草'),
  word('Mill Pond', '磨坊塘'),
  word('Oxbow', '牛轭湖'),
  word('Primrose', '报春花'),
  word('Seagrass', '海草'),
  word('Thistledown', '蓟绒'),
];
