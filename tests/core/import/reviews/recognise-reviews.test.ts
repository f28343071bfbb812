import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';
import { recogniseReviews, reviewHeaders } from '#core/import/reviews/recognise-reviews.ts';

const root = join(import.meta.dirname, '../../../..');
const headersOf = (path: string): Record<string, string[]> =>
  JSON.parse(readFileSync(join(root, 'tests/fixtures', path), 'utf8')) as Record<string, string[]>;

const REVIEWS = headersOf('reviews/headers.json');
const EXPORTS = headersOf('exports/headers.json');

/** Written by hand, row by row: kind, the header of each field, personal columns. */
const EXPECTED: Readonly<Record<string, readonly [string, Record<string, string>, string[]]>> = {
  'Judge.me': [
    'review',
    {
      ...{ title: 'title', text: 'body', rating: 'rating', day: 'review_date', answer: 'reply' },
      ...{ productId: 'product_id', handle: 'product_handle', status: 'curated' },
    },
    ['reviewer_name', 'reviewer_email', 'picture_urls', 'ip_address', 'location'],
  ],
  Loox: [
    'review',
    {
      ...{ id: 'id', status: 'status', rating: 'rating', text: 'review', day: 'date' },
      ...{ productId: 'productId', handle: 'handle', verified: 'verified_purchase' },
    },
    ['email', 'nickname', 'full_name', 'img'],
  ],
  'Shopify Product Reviews': [
    'review',
    {
      ...{ handle: 'product_handle', status: 'state', rating: 'rating', title: 'title' },
      ...{ text: 'body', answer: 'reply', day: 'created_at' },
    },
    ['author', 'email', 'location'],
  ],
  Yotpo: [
    'review',
    {
      ...{ title: 'Review Title', text: 'Review Content', rating: 'Review Score', day: 'Date' },
      ...{ productId: 'Product ID', product: 'Product Title', url: 'Product URL' },
      ...{ verified: 'Verified Purchase' },
    },
    ['Display Name', 'Email'],
  ],
  Okendo: [
    'review',
    {
      ...{ id: 'Review ID', productId: 'Product ID', product: 'Product Name', rating: 'Rating' },
      ...{ title: 'Title', text: 'Body', verified: 'Is Verified Buyer', day: 'Date Created' },
      status: 'Status',
    },
    ['Reviewer Name'],
  ],
  'WooCommerce reviews, sample file': [
    'review',
    {
      ...{ id: 'comment_ID', productId: 'comment_post_ID', sku: 'product_SKU', rating: 'rating' },
      ...{ day: 'comment_date', text: 'comment_content', status: 'comment_approved' },
      ...{ parent: 'comment_parent', verified: 'verified' },
    },
    ['comment_author', 'comment_author_email', 'user_id'],
  ],
  'WooCommerce reviews, exporter': [
    'review',
    {
      ...{ id: 'comment_ID', productId: 'comment_post_ID', rating: 'rating', day: 'comment_date' },
      ...{ text: 'comment_content', status: 'comment_approved', parent: 'comment_parent' },
    },
    ['comment_author', 'comment_author_url', 'comment_author_email', 'user_id'],
  ],
  'Amazon FBA customer returns': [
    'return',
    {
      ...{ day: 'return-date', sku: 'sku', productId: 'asin', product: 'product-name' },
      ...{ units: 'quantity', reason: 'reason', text: 'customer-comments' },
    },
    ['order-id', 'license-plate-number'],
  ],
  'Chinese review table': [
    'review',
    {
      ...{ id: '评论编号', productId: '商品ID', sku: 'SKU', rating: '评分', text: '评价内容' },
      ...{ day: '评价时间', verified: '已购' },
    },
    ['评价链接'],
  ],
  'English review table': [
    'review',
    { id: 'review_id', sku: 'sku', rating: 'rating', text: 'content' },
    [],
  ],
  'Etsy reviews': [
    'review',
    { day: 'date_reviewed', rating: 'star_rating', text: 'message' },
    ['reviewer', 'order_id'],
  ],
};

const recognised = (headers: string, rows: readonly (readonly string[])[] = []) =>
  recogniseReviews(headers.split(','), rows);
const kindOf = (headers: string, rows: readonly (readonly string[])[] = []) =>
  recognised(headers, rows)?.kind ?? null;

describe('recogniseReviews', () => {
  it.each(Object.keys(REVIEWS))('%s', (name) => {
    const found = recogniseReviews(REVIEWS[name]!, []);
    const [kind, columns, personal] = EXPECTED[name]!;
    expect(found?.kind).toBe(kind);
    const one = Object.fromEntries(
      Object.entries(found!.columns).map(([field, [header]]) => [field, header]),
    );
    expect(one).toEqual(columns);
    expect(found!.personalColumns).toEqual(personal);
    expect(reviewHeaders(found!).toSorted()).toEqual(Object.values(columns).toSorted());
  });

  it('reads no column with personal details', () => {
    for (const [name, headers] of Object.entries(REVIEWS)) {
      const { personalColumns, ...found } = recogniseReviews(headers, [])!;
      const read = reviewHeaders({ ...found, personalColumns });
      expect(
        read.filter((header) => personalColumns.includes(header)),
        name,
      ).toEqual([]);
    }
  });

  it('leaves exports of orders, catalogues and reports alone', () => {
    const taken = Object.keys(EXPORTS).filter((name) => recogniseReviews(EXPORTS[name]!, []));
    expect(taken).toEqual(['Amazon FBA customer returns']);
    expect(kindOf('amazon-order-id,purchase-date,sku,quantity,return reason')).toBeNull();
  });

  it('leaves tables of launches alone', () => {
    const folder = join(root, 'static/samples');
    const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(7);
    for (const name of tables) {
      const { data } = Papa.parse<string[]>(readFileSync(join(folder, name), 'utf8'));
      expect(recogniseReviews(data[0]!, data.slice(1, 200)), name).toBeNull();
    }
    const rated = 'product_id,title,launch_date,price,units,returns,rating';
    expect(kindOf(rated)).toBeNull();
    expect(kindOf(`${rated},comment`)).toBeNull();
    expect(kindOf('title,launch date,units sold,review')).toBeNull();
    expect(kindOf('商品ID,商品标题,上新日期,售价,销量,评分,备注')).toBeNull();
    expect(kindOf('title,category,rating')).toBeNull();
    expect(kindOf('')).toBeNull();
    expect(recogniseReviews([], [])).toBeNull();
  });

  it('is the only one to take reviews', () => {
    for (const [name, headers] of Object.entries(REVIEWS)) {
      const other = recogniseTable(headers, [])?.kind ?? null;
      expect(other, name).toBe(name === 'Amazon FBA customer returns' ? 'returns' : null);
    }
  });

  it('knows German, French, Spanish and Chinese names', () => {
    expect(kindOf('Artikelnummer,Sterne,Bewertungstext,Bewertungsdatum')).toBe('review');
    expect(kindOf('Produit,Note,Commentaire,Date')).toBe('review');
    expect(kindOf('Producto,Calificación,Comentario,Fecha')).toBe('review');
    expect(kindOf('宝贝标题,评价等级,评论内容,评论时间')).toBe('review');
    expect(kindOf('Artikelnummer,Retourengrund,Kommentar,Menge')).toBe('return');
    expect(kindOf('商品编号,退货原因,买家留言,退货数量')).toBe('return');
    expect(kindOf('Référence,Motif de retour,Commentaire,Quantité')).toBe('return');
    expect(kindOf('Producto,Motivo de devolución,Comentarios')).toBe('return');
    expect(kindOf('问题,回答,商品ID,提问时间')).toBe('question');
    expect(kindOf('Frage,Antwort,Produkt,Datum')).toBe('question');
    expect(kindOf('question,answer,product,date')).toBe('question');
  });

  it('tells by the values whether an ambiguous column is a rating or a text', () => {
    const texts = [
      ['A1', 'Passt sehr gut, gerne wieder'],
      ['A2', 'Leider zu klein geraten'],
    ];
    expect(recognised('SKU,Bewertung', texts)?.columns).toMatchObject({ text: ['Bewertung'] });
    const levels = ['好评', '中评', '差评', '好评'].map((level) => ['A1', level, '很好用']);
    expect(recognised('商品ID,评价,评论内容', levels)?.columns).toMatchObject({
      ...{ rating: ['评价'], text: ['评论内容'] },
    });
    const counts = [
      ['A1', '12'],
      ['A2', '230'],
    ];
    expect(recognised('SKU,review', counts)).toBeNull();
  });

  it('takes a repeated title or "id" for the product where no column names it', () => {
    const rows = ['Lamp', 'Vase', 'Lamp', 'Vase'].map((title, i) => [title, `Text ${i}`, '5']);
    expect(recognised('title,review,rating', rows)?.columns).toMatchObject({ product: ['title'] });
    const own = rows.map(([, text], i) => [`Title ${i}`, text!, '5']);
    expect(recognised('title,review,rating', own)?.columns).toMatchObject({ title: ['title'] });
    expect(recognised('id,review,rating', rows)?.columns).toMatchObject({ productId: ['id'] });
  });

  it('takes a list of sales with stars here and there for sales', () => {
    const rows = [
      ['Paper Textures', '2025-06-02', '1', '5', 'Lovely'],
      ['Brush Set', '2025-06-03', '1', '', ''],
    ];
    expect(recognised('Item Name,Purchase Date,Quantity,Rating,Review', rows)).toBeNull();
  });

  it('needs reasons in most rows, so that orders with a reason here and there stay orders', () => {
    const row = (reason: string) => ['1001', '2024-05-01', 'A1', '2', reason];
    const header = 'order_id,date,sku,quantity,return_reason';
    expect(kindOf(header, [row(''), row(''), row('too small')])).toBeNull();
    expect(kindOf(header, [row('defect'), row('too small')])).toBe('return');
  });
});
