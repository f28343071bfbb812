import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADER_WORDS } from '#core/schema/header-words.ts';
import { matchHeaders } from '#core/schema/match-headers.ts';

/** Columns by header, each cell as it stands in a file. */
function match(columns: Record<string, readonly string[]>) {
  const cells = Object.values(columns);
  const rowCount = Math.max(0, ...cells.map((column) => column.length));
  const rows = Array.from({ length: rowCount }, (_, row) =>
    cells.map((column) => column[row] ?? ''),
  );
  return matchHeaders(Object.keys(columns), rows);
}

const fieldsOf = (headers: string): object => matchHeaders(headers.split(','), []).fields;
const repeat = (values: readonly string[], times: number): string[] =>
  Array.from({ length: times }, () => values).flat();

describe('matchHeaders', () => {
  it('reads a full launch table', () => {
    const headers =
      'product_id,title,category,brand,material,list_price,unit_cost,launch_date,channel,promotion,ad_spend,sale_price,impressions,clicks,orders,units_sold_4w,revenue_4w';
    expect(fieldsOf(headers)).toEqual({
      productId: 'product_id',
      title: 'title',
      category: 'category',
      brand: 'brand',
      listPrice: 'list_price',
      unitCost: 'unit_cost',
      launchDate: 'launch_date',
      channel: 'channel',
      promotion: 'promotion',
      adSpend: 'ad_spend',
      salePrice: 'sale_price',
      impressions: 'impressions',
      clicks: 'clicks',
      orders: 'orders',
      units: 'units_sold_4w',
      revenue: 'revenue_4w',
    });
  });

  it('reads a short table derived from orders', () => {
    expect(fieldsOf('product_id,launch_date,title,price,units_4w,orders_4w,revenue_4w')).toEqual({
      productId: 'product_id',
      launchDate: 'launch_date',
      title: 'title',
      listPrice: 'price',
      units: 'units_4w',
      orders: 'orders_4w',
      revenue: 'revenue_4w',
    });
  });

  it.each([
    {
      says: 'English with units of measure',
      headers: 'SKU,Product Name,Vendor,Launch Date,Price (USD),Units Sold (first 4 weeks)',
      gives: {
        productId: 'SKU',
        title: 'Product Name',
        brand: 'Vendor',
        launchDate: 'Launch Date',
        listPrice: 'Price (USD)',
        units: 'Units Sold (first 4 weeks)',
      },
    },
    {
      says: 'German',
      headers: 'Artikelnummer;Bezeichnung;Verkaufsstart;UVP;Verkaufte Stück;Umsatz;Menge',
      gives: {
        productId: 'Artikelnummer',
        title: 'Bezeichnung',
        launchDate: 'Verkaufsstart',
        listPrice: 'UVP',
        revenue: 'Umsatz',
        units: 'Menge',
      },
    },
    {
      says: 'Spanish',
      headers: 'Referencia;Título;Categoría;Fecha de lanzamiento;Precio;Unidades vendidas',
      gives: {
        productId: 'Referencia',
        title: 'Título',
        category: 'Categoría',
        launchDate: 'Fecha de lanzamiento',
        listPrice: 'Precio',
        units: 'Unidades vendidas',
      },
    },
    {
      says: 'French',
      headers: 'Titre;Catégorie;Date de lancement;Prix;Quantité vendue;Chiffre d’affaires',
      gives: {
        title: 'Titre',
        category: 'Catégorie',
        launchDate: 'Date de lancement',
        listPrice: 'Prix',
        units: 'Quantité vendue',
        revenue: 'Chiffre d’affaires',
      },
    },
    {
      says: 'Chinese',
      headers: '商品ID;商品标题;类目;上架时间;吊牌价;销量;销售额',
      gives: {
        productId: '商品ID',
        title: '商品标题',
        category: '类目',
        launchDate: '上架时间',
        listPrice: '吊牌价',
        units: '销量',
        revenue: '销售额',
      },
    },
  ])('understands $says', ({ headers, gives }) => {
    expect(matchHeaders(headers.split(/[;,]/), []).fields).toEqual(gives);
  });

  it.each([
    'first stock,returns,rating',
    'Initial Inventory,Units Returned,Average Rating',
    'Anfangsbestand,Retouren,Durchschnittliche Bewertung',
    '首批备货,退货数量,商品评分',
  ])('knows first stock, returns and rating as %s', (headers) => {
    const [firstStock, returns, rating] = headers.split(',');
    expect(fieldsOf(headers)).toEqual({ firstStock, returns, rating });
  });

  it('takes no column whose name only contains the word', () => {
    expect(fieldsOf('shipping price,stock quantity,tax category,refunded revenue')).toEqual({});
  });

  it('takes no column of words for a number, and none of numbers for a date', () => {
    const { fields } = match({ units: ['many', 'few'], 'launch date': ['12.5', '13.5'] });
    expect(fields).toEqual({});
  });

  it('takes the only column of dates for the launch date, whatever it is called', () => {
    expect(match({ X: ['2024-03-08', '2024-04-01'], Y: ['1', '2'] }).fields).toEqual({
      launchDate: 'X',
    });
  });

  it.each([
    { says: 'units where they are whole', sales: ['12', '40'], gives: { units: 'sales' } },
    { says: 'money where they are not', sales: ['12.50', '40.25'], gives: { revenue: 'sales' } },
  ])('takes sales for $says', ({ sales, gives }) => {
    expect(match({ sales }).fields).toEqual(gives);
  });

  it('counts reviews as units only where nothing else was counted', () => {
    expect(fieldsOf('title,release_date,reviews')).toMatchObject({ units: 'reviews' });
    expect(fieldsOf('title,reviews,orders')).toEqual({ title: 'title', orders: 'orders' });
  });

  it('keeps a column with few, often repeated texts as an attribute', () => {
    const { attributes } = match({
      material: repeat(['Steel', 'Oak', 'Glass'], 8),
      supplier_note: repeat(['unique'], 24).map((text, i) => `${text} ${i}`),
      code: repeat(['7', '9'], 12),
      season: repeat(['summer'], 24),
      delivered: repeat(['2024-03-08', '2024-04-08'], 12),
      shipped: repeat(['2024-03-09', '2024-04-09'], 12),
      blurb: repeat(
        [
          'A long sentence that says why everyone wants this.',
          'Another one like it, only longer still.',
        ],
        12,
      ),
    });
    expect(attributes).toEqual(['material']);
  });

  it('never maps two columns to one field, nor one column to two fields', () => {
    const word = fc.constantFrom(...Object.values(HEADER_WORDS).flat(), 'material', 'x');
    const cell = fc.constantFrom('', '5', '1,50', '2024-03-08', 'red', 'blue');
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 30 }),
        fc.array(fc.array(cell)),
        (headers, rows) => {
          const { fields, attributes } = matchHeaders(headers, rows);
          const used = [...Object.values(fields), ...attributes];
          expect(new Set(used).size).toBe(used.length);
          expect(headers).toEqual(expect.arrayContaining(used));
        },
      ),
    );
  });

  it('does not depend on the order of columns where every name is clear', () => {
    const headers = 'sku,title,category,launch date,price,units,revenue'.split(',');
    const expected = matchHeaders(headers, []).fields;
    fc.assert(
      fc.property(fc.shuffledSubarray(headers, { minLength: headers.length }), (shuffled) => {
        expect(matchHeaders(shuffled, []).fields).toEqual(expected);
      }),
    );
  });
});
