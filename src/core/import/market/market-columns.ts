// What columns of market data files are called. All names are normalised by `marketName`, best first. Sources of the
// names: headers that platforms write, as their readers and tests quote them.

import { words } from '#core/base/text/words.ts';

type Numbered<Field extends string, P extends Place = Place> = `${Field}${P}`;
type Place = 1 | 2 | 3;
type PlaceField = 'id' | 'title' | 'clickShare' | 'conversionShare' | 'brand' | 'category';

/** Fields by kind, of the kinds that are told by the names of their columns. */
export interface FieldsByTable {
  niches:
    | Numbered<'term'>
    | ('name' | 'searches360' | 'searches90' | 'searchGrowth180' | 'searchGrowth90')
    | ('unitsLow360' | 'unitsHigh360' | 'meanUnitsLow360' | 'meanUnitsHigh360' | 'products')
    | ('priceMean' | 'priceLow360' | 'priceHigh360' | 'returnRate360');
  'niche-products':
    | ('title' | 'id' | 'brand' | 'category' | 'launchDay' | 'price' | 'clickShare360')
    | ('clicks360' | 'ratings' | 'meanRating' | 'salesRank' | 'units30' | 'revenue30')
    | 'productUnits30';
  'niche-terms':
    | Numbered<'id' | 'title'>
    | ('term' | 'searches360' | 'searches30' | 'searchGrowth180' | 'searchGrowth90')
    | ('clickShare360' | 'conversionRate360' | 'units30');
  'top-search-terms': Numbered<PlaceField> | 'rank' | 'term' | 'day' | 'department';
  'search-query-performance':
    | ('query' | 'score' | 'day' | 'searches' | 'impressions' | 'clicks' | 'cartAdds')
    | ('purchases' | 'ownImpressions' | 'ownClicks' | 'ownCartAdds' | 'ownPurchases')
    | ('medianPrice' | 'ownMedianPrice');
  'price-history':
    | ('day' | 'id' | 'title' | 'buyBox' | 'newPrice' | 'amazon' | 'price' | 'listPrice')
    | 'salesRank';
}
export type TableKind = keyof FieldsByTable;
export type MarketField<Kind extends TableKind> = FieldsByTable[Kind];

type Names<Field extends string> = Readonly<Record<Field, readonly string[]>>;

export const MARKET_NAMES: { readonly [Kind in TableKind]: Names<FieldsByTable[Kind]> } = {
  niches: {
    name: ['customer need', 'niche', 'niche name'],
    ...{ term1: ['top search term 1'], term2: ['top search term 2'], term3: ['top search term 3'] },
    ...{ searches360: ['search volume 360d'], searches90: ['search volume 90d'] },
    searchGrowth180: ['search volume growth 180d'],
    searchGrowth90: ['search volume growth 90d'],
    unitsLow360: ['units sold lower bound 360d'],
    unitsHigh360: ['units sold upper bound 360d'],
    meanUnitsLow360: ['range of average units sold lower bound 360d'],
    meanUnitsHigh360: ['range of average units sold upper bound 360d'],
    products: ['of top clicked products', 'number of top clicked products'],
    priceMean: ['average price', 'average price 360d'],
    priceLow360: ['minimum price 360d', 'minimum price'],
    priceHigh360: ['maximum price 360d', 'maximum price'],
    returnRate360: ['return rate 360d', 'return rate'],
  },
  'niche-products': {
    title: ['product name', 'product details', 'product title', 'product', 'title'],
    ...{ id: ['asin'], brand: ['brand'], category: ['category'] },
    launchDay: ['launch date', 'creation date', 'date first available'],
    price: ['average selling price 360d', 'price', 'average selling price'],
    ...{ clickShare360: ['click share 360d'], clicks360: ['niche click count 360d'] },
    ratings: ['total ratings', 'review count', 'rating number', 'reviews'],
    meanRating: ['average customer rating', 'rating', 'ratings'],
    salesRank: ['average bsr', 'avg best seller rank 360d', 'bsr', 'rank'],
    units30: ['asin sales', 'sales', 'mo sales'],
    revenue30: ['asin revenue', 'revenue', 'mo revenue'],
    productUnits30: ['parent level sales'],
  },
  'niche-terms': {
    term: ['search term', 'keyword phrase'],
    ...{ searches360: ['search volume 360d'], searches30: ['search volume'] },
    searchGrowth180: ['search volume growth 180d'],
    searchGrowth90: ['search volume growth 90d'],
    clickShare360: ['click share 360d'],
    conversionRate360: ['search conversion rate 360d'],
    units30: ['keyword sales'],
    ...clickedInNiche(1),
    ...clickedInNiche(2),
    ...clickedInNiche(3),
  },
  'top-search-terms': {
    rank: ['search frequency rank', '搜索频率排名'],
    term: ['search term', '搜索词'],
    day: ['reporting date', '报告日期'],
    department: ['department', '部门'],
    ...ofPlace(1),
    ...ofPlace(2),
    ...ofPlace(3),
  },
  'search-query-performance': {
    ...{ query: ['search query'], score: ['search query score'], day: ['reporting date'] },
    searches: ['search query volume'],
    impressions: ['impressions total count'],
    ...{ clicks: ['clicks total count'], purchases: ['purchases total count'] },
    cartAdds: ['cart adds total count', 'basket adds total count'],
    ownImpressions: own('impressions', 'count'),
    ownClicks: own('clicks', 'count'),
    ownCartAdds: [...own('cart adds', 'count'), ...own('basket adds', 'count')],
    ownPurchases: own('purchases', 'count'),
    medianPrice: ['purchases price median', 'clicks price median'],
    ownMedianPrice: [...own('purchases', 'price median'), ...own('clicks', 'price median')],
  },
  'price-history': {
    day: ['date', 'time', 'timestamp', 'day', 'datetime', '日期', '时间', 'datum', 'fecha'],
    id: ['asin', 'product id', 'product asin', 'parent asin'],
    title: ['title', 'product title', 'product name', 'product', '商品名称', '标题'],
    buyBox: ['buy box', 'buy box price', 'buybox', 'buybox price', 'buy box shipping'],
    newPrice: ['new', 'new price', 'marketplace new', 'new 3rd party fba', 'new fba', 'lowest new'],
    amazon: ['amazon', 'amazon price'],
    price: ['price', 'current price', 'sale price', '价格', '售价', 'preis', 'prix', 'precio'],
    listPrice: ['list price', 'listprice', '标价'],
    salesRank: ['sales rank', 'salesrank', 'bsr', 'rank', 'sales', '排名'],
  },
};

/** Sets of columns that no other table has in combination. A price history is told by all its columns and rows. */
export const SIGNATURES: Readonly<Record<TableKind, readonly (readonly string[])[]>> = {
  niches: [
    ['customer need', 'top search term 1'],
    ['customer need', 'units sold lower bound 360d'],
    ['top search term 1', 'units sold lower bound 360d'],
  ],
  'niche-products': [
    ['asin', 'niche click count 360d'],
    ['asin', 'click share 360d'],
    ['asin', 'product details', 'bsr'],
    ['asin', 'asin sales', 'asin revenue'],
    ['asin', 'parent level sales'],
    ['asin', 'mo sales', 'price'],
    ['asin', 'mo revenue', 'price'],
    ['product name', 'mo sales', 'mo revenue'],
  ],
  'niche-terms': [
    ['search term', 'search volume 360d'],
    ['keyword phrase', 'search volume'],
  ],
  'top-search-terms': [
    ['search frequency rank', 'search term'],
    ['搜索频率排名', '搜索词'],
  ],
  'search-query-performance': [['search query', 'search query volume']],
  'price-history': [],
};

/** Columns that a price history can have besides those that are read. */
export const BESIDE_PRICES: ReadonlySet<string> = new Set(
  words(
    'currency, marketplace, locale, domain, url, link, brand, image, category, used, used price',
    'collectible, refurbished, warehouse, warehouse deals, lightning deal, new fbm',
    'new 3rd party fbm, rating, ratings, reviews, review count, count new, count used',
    'new offer count, used offer count, offer count, coupon, ebay new, ebay used, 币种, 链接, 品牌',
  ),
);

function own(step: string, figure: string): readonly string[] {
  return [`${step} brand ${figure}`, `${step} asin ${figure}`];
}

function clickedInNiche<P extends Place>(place: P) {
  const product = `top clicked product ${place}`;
  return inPlace(place, { id: [`${product} asin`], title: [`${product} title`] });
}

function ofPlace<P extends Place>(place: P) {
  const product = `top clicked product ${place}`;
  const chinese = `点击量最高的商品 ${place}`;
  return inPlace(place, {
    id: [
      ...[`${product} asin`, `${place} clicked asin`],
      ...[`${chinese} asin`, `${place} 已点击的 asin`],
    ],
    title: [
      ...[`${product} product title`, `${place} product title`],
      ...[`${chinese} 商品名称`, `${place} 商品名称`],
    ],
    clickShare: [
      ...[`${product} click share`, `${place} click share`],
      ...[`${chinese} 点击份额`, `${place} 点击共享`],
    ],
    conversionShare: [
      ...[`${product} conversion share`, `${place} conversion share`],
      ...[`${chinese} 转化份额`, `${place} 转化共享`],
    ],
    brand: [
      ...[`top clicked brand ${place}`, `top clicked brands ${place}`],
      `点击量最高的品牌 ${place}`,
    ],
    category: [
      ...[`top clicked category ${place}`, `top clicked categories ${place}`],
      `点击量最高的类别 ${place}`,
    ],
  });
}

function inPlace<Field extends string, P extends Place>(place: P, fields: Names<Field>) {
  const entries = Object.entries<readonly string[]>(fields);
  const numbered = entries.map(([field, names]) => [`${field}${place}`, names]);
  return Object.fromEntries(numbered) as Names<Numbered<Field, P>>;
}
