import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '#core/launch/fields.ts';
import { HEADER_WORDS } from '#core/import/schema/header-vocabulary.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';

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

  it('takes numbers for a channel or a category only where the whole header names it', () => {
    const counts = { platform_count: repeat(['1', '2', '3'], 20) };
    expect(match(counts).fields).toEqual({});
    expect(match(counts).attributes).toEqual(['platform_count']);
    expect(match({ platform: counts.platform_count }).fields).toEqual({ channel: 'platform' });
  });

  it('takes no total of a row for money of one piece, and nothing of a buyer for a property of products', () => {
    const quantities = Array.from({ length: 40 }, (_, i) => 1 + (i % 5));
    const prices = quantities.map((_, i) => 3 + ((i * 7) % 11) / 4);
    const totals = quantities.map((quantity, i) => quantity * prices[i]!);
    const told = match({
      'Product name': prices.map((_, i) => `Tea ${i % 9}`),
      Date: prices.map((_, i) => `2024-01-${10 + (i % 20)}`),
      Quantity: quantities.map(String),
      'Unit price': prices.map((price) => price.toFixed(2)),
      cogs: totals.map((total) => total.toFixed(2)),
      'gross income': totals.map((total) => (0.05 * total).toFixed(4)),
      Gender: repeat(['Female', 'Male'], 20),
      Payment: repeat(['Cash', 'Card'], 20),
      Colour: repeat(['Red', 'Blue'], 20),
    });
    expect(told.fields).toEqual({
      ...{ title: 'Product name', launchDate: 'Date', units: 'Quantity' },
      listPrice: 'Unit price',
    });
    expect(told.attributes).toEqual(['Colour']);
  });

  it('knows for whom a product is made, where no column tells of buyers', () => {
    const told = match({ title: repeat(['a', 'b'], 8), gender: repeat(['Women', 'Men'], 8) });
    expect(told.attributes).toContain('gender');
  });

  it('says which columns could be a launch date or an outcome, where no header says so', () => {
    const told = match({
      thing: repeat(['a', 'b'], 10),
      seen: Array.from({ length: 20 }, (_, i) => `2024-03-${10 + i / 2}`.slice(0, 10)),
      big: Array.from({ length: 20 }, (_, i) => String((7 * i) % 20)),
      row: Array.from({ length: 20 }, (_, i) => String(i)),
      weight: Array.from({ length: 20 }, (_, i) => String(i + 0.25)),
    });
    expect(told.fitting).toEqual({ dates: ['seen'], counts: ['big'] });
  });

  it('reads no title from how long it is', () => {
    expect(fieldsOf('product_name_lenght,product_category')).toEqual({
      category: 'product_category',
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
        units: 'Verkaufte Stück',
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
    {
      says: 'a Chinese shop with returns and paid traffic',
      headers: '品名;上新日期;渠道;售价;30天销量;退货率;直通车花费;达人佣金;SKU件数;30天GMV',
      gives: {
        ...{ title: '品名', launchDate: '上新日期', channel: '渠道', salePrice: '售价' },
        ...{ units: '30天销量', returns: '退货率', adSpend: '直通车花费', revenue: '30天GMV' },
      },
    },
    {
      says: 'a Chinese bookshop',
      headers: '书名;上架时间;定价;销售码洋;销量',
      gives: {
        ...{ title: '书名', launchDate: '上架时间', listPrice: '定价', revenue: '销售码洋' },
        units: '销量',
      },
    },
  ])('understands $says', ({ headers, gives }) => {
    expect(matchHeaders(headers.split(/[;,]/), []).fields).toEqual(gives);
  });

  it.each([
    {
      says: 'a German shop',
      headers:
        'Artikel-Nr.|Artikelname|Warengruppe|Marke|UVP (EUR)|EK-Preis netto|Verkaufsstart|Vertriebskanal|Rabattaktion|Aktionspreis|Rabatt (%)|Werbekosten|Verkaufsprovision|Anfangsbestand|Seitenaufrufe|Klicks|Anzahl Bestellungen|Verkaufte Stück|Umsatz brutto|Retouren|Durchschnittliche Bewertung',
    },
    {
      says: 'another German shop',
      headers:
        'Bestellnummer|Bezeichnung|Kategorie|Hersteller|Listenpreis|Einkaufspreis|Einführungsdatum|Marktplatz|Gutschein|Angebotspreis|Preisnachlass|Werbebudget|Provision (%)|Erstbestand|Impressionen|Klickzahl|Bestellungen|Absatz 4 Wochen|Erlöse|Rücksendungen|Sterne',
    },
    {
      says: 'a Spanish shop',
      headers:
        'Referencia|Nombre del producto|Categoría|Marca|Precio de lista|Coste unitario|Fecha de lanzamiento|Canal de venta|Promoción|Precio de venta|Descuento|Gasto en publicidad|Comisión|Stock inicial|Impresiones|Clics|Número de pedidos|Unidades vendidas|Ingresos (€)|Devoluciones|Valoración media',
    },
    {
      says: 'a Mexican shop',
      headers:
        'Código|Artículo|Familia|Proveedor|Precio|Costo|Inicio de venta|Tienda|Cupón|Precio con descuento|Porcentaje de descuento|Inversión publicitaria|Comisiones|Inventario inicial|Visitas|Clics totales|Órdenes|Cantidad vendida|Ventas netas|Unidades devueltas|Calificación promedio',
    },
    {
      says: 'a French shop',
      headers:
        'Référence|Nom du produit|Catégorie|Marque|Prix catalogue|Prix d’achat|Date de lancement|Canal de vente|Offre|Prix de vente|Remise (%)|Dépenses publicitaires|Commission|Stock initial|Impressions|Clics|Commandes|Unités vendues|Chiffre d’affaires|Retours|Note moyenne',
    },
    {
      says: 'another French shop',
      headers:
        'Code article|Désignation|Famille|Fournisseur|Prix public TTC|Coût unitaire HT|Mise en vente|Place de marché|Code promo|Prix soldé|Taux de réduction|Budget publicitaire|Taux de commission|Stock de départ|Visites|Nombre de clics|Nb commandes|Qté vendue|CA HT|Quantité retournée|Note',
    },
    {
      says: 'a Brazilian shop',
      headers:
        'Código do produto|Nome do produto|Categoria|Marca|Preço de tabela|Custo unitário|Data de lançamento|Canal de venda|Promoção|Preço de venda|Desconto|Gasto com anúncios|Comissão|Estoque inicial|Impressões|Cliques|Pedidos|Unidades vendidas|Receita (R$)|Devoluções|Avaliação média',
    },
    {
      says: 'a Portuguese shop',
      headers:
        'Referência|Título|Família|Fornecedor|Preço|Preço de custo|Início das vendas|Loja|Cupão|Preço promocional|Percentual de desconto|Investimento em publicidade|Taxa de comissão|Stock inicial|Visualizações|Número de cliques|Encomendas|Quantidade vendida|Faturação|Unidades devolvidas|Classificação média',
    },
    {
      says: 'a Chinese shop',
      headers:
        '商品编码|商品名称|一级类目|品牌名称|吊牌价|成本价（元）|首次上架时间|店铺名称|促销活动|成交均价|折扣|推广费用|平台佣金比例|首批备货量|曝光量|点击量|支付订单数|支付件数|支付金额|退货件数|商品评分',
    },
    {
      says: 'another Chinese shop',
      headers:
        '货号|宝贝标题|品类|供应商|零售价|采购价|上市日期|销售平台|优惠方式|券后价|优惠力度|广告花费|扣点|初始库存|访客数|点击次数|成交笔数|近30天销量|销售额/元|退货数量|平均评分',
    },
    {
      says: 'a Japanese shop',
      headers:
        '商品管理番号|商品名|商品カテゴリー|ブランド名|定価(税込)|仕入価格|販売開始日|販売チャネル|キャンペーン|販売価格|割引率|広告費|販売手数料|初回在庫数|表示回数|クリック数|注文件数|販売個数|売上金額|返品数|平均評価',
    },
    {
      says: 'another Japanese shop',
      headers:
        '商品コード|商品タイトル|ジャンル|メーカー|希望小売価格|原価|発売日|店舗名|クーポン|セール価格|値引き額|広告宣伝費|手数料率|初期在庫|アクセス数|クリック回数|受注数|販売数量|売上高|返品個数|レビュー評価',
    },
  ])('knows every field of $says', ({ headers }) => {
    const inOrder = headers.split('|');
    const fields = FIELD_NAMES.map((field, place) => [field, inOrder[place]]);
    expect(matchHeaders(inOrder, []).fields).toEqual(Object.fromEntries(fields));
  });

  it.each([
    ['German', 'Lagerbestand|Umsatzsteuer|Versandkosten|Bestellquote|Erscheinungsform'],
    ['Spanish', 'Existencias|Gastos de envío|Impuesto|Tasa de conversión|Número de serie'],
    ['French', 'Frais de livraison|Taux de conversion|Stock restant|TVA'],
    ['Portuguese', 'Estoque atual|Valor do frete|Taxa de conversão|Imposto'],
    ['Chinese', '库存数量|点击率|支付转化率|客单价|加购件数|收藏人数|运费|退款金额|下架日期'],
    ['Japanese', '在庫数|転換率|送料|消費税|更新日|キャンセル数|客単価'],
  ])('takes no %s column whose name only contains the word', (_, headers) => {
    expect(matchHeaders(headers.split('|'), []).fields).toEqual({});
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

  it.each([
    {
      says: 'the same name',
      headers: 'title,Units Sold',
      field: 'units',
      gives: ['sure', 'same-name'],
    },
    {
      says: 'a name with when it was counted',
      headers: 'title,units_sold_4w',
      field: 'units',
      gives: ['sure', 'name-without-units'],
    },
    {
      says: 'a part of a name',
      headers: 'title,our units sold so far',
      field: 'units',
      gives: ['likely', 'part-of-name'],
    },
    {
      says: 'two names as good',
      headers: 'created at,published at',
      field: 'launchDate',
      gives: ['likely', 'same-name'],
    },
    {
      says: 'a name of two things',
      headers: 'sales',
      field: 'revenue',
      gives: ['likely', 'same-name'],
    },
    { says: 'a stand-in', headers: 'title,reviews', field: 'units', gives: ['guess', 'stands-in'] },
  ] as const)('says how sure it is of $says', ({ headers, field, gives }) => {
    const match = matchHeaders(headers.split(','), []).matches[field];
    expect([match?.confidence, match?.reason]).toEqual(gives);
  });

  it('calls the only column of dates a guess', () => {
    expect(match({ X: ['2024-03-08', '2024-04-01'] }).matches.launchDate).toEqual({
      header: 'X',
      confidence: 'guess',
      reason: 'only-date-column',
    });
  });

  it.each(
    ['Where sold', 'Sold on', 'Sales platform', 'Verkauft über', 'Vendido en', 'Vendu sur'].concat(
      ...['Onde foi vendido', '售卖平台', '販売先'],
    ),
  )('reads the channel from %s', (header) => {
    expect(match({ Title: [], [header]: ['Etsy', 'Craft market'] }).fields.channel).toBe(header);
  });

  it('does not take for a channel what is counted or dated', () => {
    expect(
      match({ 'Units sold on Etsy': ['3', '5'], 'Sold qty': ['4', '9'] }).fields,
    ).not.toHaveProperty('channel');
    expect(match({ 'Sold on': ['2024-03-08', '2024-04-08'] }).fields).not.toHaveProperty('channel');
  });

  it('takes the only column of names of channels for one, as a guess', () => {
    const outlets = ['Etsy', 'Amazon', 'Website', 'Etsy', 'Craft market', 'Village hall'];
    const made = match({ title: [], X: outlets });
    expect(made.matches.channel).toEqual({
      ...{ header: 'X', confidence: 'guess', reason: 'names-of-channels' },
    });
    expect(made.attributes).toEqual([]);
    expect(match({ X: outlets, Y: outlets }).fields).toEqual({});
    expect(match({ channel: ['Here'], X: outlets }).fields).toEqual({ channel: 'channel' });
    expect(match({ X: repeat(['Amazon'], 9) }).fields).toEqual({});
    expect(match({ X: ['Steel', 'Oak', 'Etsy', 'Glass'] }).fields).toEqual({});
  });

  it('gives a reason for each field and no other', () => {
    const word = fc.constantFrom(...HEADER_WORDS.flatMap((words) => Object.values(words).flat()));
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 30 }), (headers) => {
        const { fields, matches } = matchHeaders(headers, []);
        const explained = Object.entries(matches).map(([field, { header }]) => [field, header]);
        expect(Object.fromEntries(explained)).toEqual(fields);
      }),
    );
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

  it('does not propose to learn from notes, but from what only sounds like them', () => {
    const texts = repeat(['Repeat order', 'New', 'Gift'], 8);
    const { attributes } = match({
      Notes: texts,
      'Internal comments': texts,
      备注: texts,
      商品说明: texts,
      'Top notes': texts,
      Material: texts,
    });
    expect(attributes).toEqual(['Top notes', 'Material']);
  });

  it.each([
    'Ads',
    'Ads (USD)',
    'ad',
    'Advertising',
    'Ads cost',
    '广告',
    '广告（元）',
    '推广',
    '広告',
  ])('takes money under "%s" for the ad spend', (header) => {
    const { fields } = match({ [header]: ['120.50', '0', '80'], clicks: ['7', '0', '3'] });
    expect(fields.adSpend).toBe(header);
  });

  it('does not take what ads brought for what they cost', () => {
    expect(match({ Ads: ['yes', 'no'] }).fields.adSpend).toBeUndefined();
    for (const header of ['广告点击量', '广告曝光', '推广订单数', 'Ad clicks']) {
      expect(match({ [header]: ['120', '90'] }).fields.adSpend).toBeUndefined();
    }
  });

  it('never maps two columns to one field, nor one column to two fields', () => {
    const word = fc.constantFrom(
      ...HEADER_WORDS.flatMap((words) => Object.values(words).flat()),
      'material',
      'x',
    );
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

describe('a column of discounts', () => {
  const launches = (header: string, cells: readonly string[]) =>
    match({
      'Product name': repeat(['Oak mug', 'Red bowl', 'Tea towel', 'Jar'], 8),
      'Launch date': cells.map((_, i) => `2024-03-${10 + (i % 20)}`),
      Units: cells.map((_, i) => String(3 + i)),
      [header]: cells,
    });

  it.each([
    { header: 'Discount', cells: ['0.2', '0', '0.1', '0'] },
    { header: 'Discount %', cells: ['20', '0', '10', '5'] },
    { header: 'Remise (%)', cells: ['20', '0', '10', '5'] },
    { header: 'Rabatt in %', cells: ['20 %', '0 %', '10 %', '5 %'] },
    { header: 'Rabatt', cells: ['20 %', '', '10 %', '5 %'] },
    { header: '折扣', cells: ['8折', '9折', '不打折', '85折'] },
    { header: '优惠金额', cells: ['5', '3', '2', '1'] },
    { header: 'Descuento', cells: ['20% off', '10% off', '5% off', '15% off'] },
  ])('is neither a promotion nor an attribute: $header', ({ header, cells }) => {
    const { fields, attributes } = launches(header, repeat(cells, 8));
    expect(fields).toMatchObject({ discount: header });
    expect(fields.promotion).toBeUndefined();
    expect(attributes).toEqual([]);
  });

  it('names promotions where it holds their names', () => {
    const { fields, attributes } = launches(
      'Discount',
      repeat(['Coupon', 'Bundle', '', 'None'], 8),
    );
    expect(fields).toMatchObject({ promotion: 'Discount' });
    expect([fields.discount, attributes]).toEqual([undefined, []]);
  });

  it('is one: what is taken off a second time is unused', () => {
    const { fields, attributes } = match({
      Discount: repeat(['5.00', '2.50', '0', '1'], 8),
      'Discount rate': repeat(['20%', '10%', '0%', '5%'], 8),
      Promotion: repeat(['Coupon', 'Bundle', '', 'None'], 8),
    });
    expect(fields.promotion).toBe('Promotion');
    expect([fields.discount, attributes]).toEqual(['Discount', []]);
  });

  it.each([
    { header: 'Discounted price', field: 'salePrice' },
    { header: '折扣价', field: 'salePrice' },
    { header: 'Discount code', field: 'promotion' },
    { header: 'Discount type', field: 'promotion' },
  ])('is not $header', ({ header, field }) => {
    expect(fieldsOf(header)).toEqual({ [field]: header });
  });
});

describe('a column that is not proposed', () => {
  const TAGS = Array.from({ length: 13 }, (_, i) => `Tag ${String.fromCharCode(65 + i)}`);
  const columns: Readonly<Record<string, (row: number) => string>> = {
    Title: (row) => `Mug ${row}`,
    'Launch date': (row) => `2024-0${1 + (row % 9)}-1${row % 7}`,
    Units: (row) => String(5 + ((row * 7) % 40)),
    Stock: (row) => String(100 + ((row * 11) % 30)),
    Index: (row) => String(row * 17),
    Notes: (row) => (row % 4 ? 'fragile' : 'late'),
    'Customer city': (row) => (row % 2 ? 'Leeds' : 'Hull'),
    Rabatt: (row) => `${5 * (row % 4)}%`,
    Nachlass: (row) => `${4 * (row % 3)}%`,
    Slogan: (row) => `A mug for the ${row % 4}th morning of a very long and cold winter`,
    Motto: (row) => `Motto ${row}`,
    ...Object.fromEntries(TAGS.map((tag) => [tag, (row: number) => `${tag} of ${row % 5}`])),
  };
  const headers = Object.keys(columns);
  const rows = Array.from({ length: 40 }, (_, row) => headers.map((name) => columns[name]!(row)));

  it('has a reason', () => {
    const { attributes, lacks } = matchHeaders(headers, rows);
    expect(attributes).toEqual(TAGS.slice(0, 12));
    expect(Object.fromEntries(lacks)).toEqual({
      ...{ Stock: 'afterwards', Index: 'code', Notes: 'notes', 'Customer city': 'buyers' },
      ...{ Nachlass: 'reduction', Slogan: 'notes', Motto: 'seldom', 'Tag M': 'many' },
    });
  });
});
