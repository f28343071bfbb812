import { describe, expect, it } from 'vitest';
import type { TableKind } from '#core/import/kind/kinds.ts';
import { tableKind } from '#core/import/kind/table-kind.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';

/** A table with this header, and ten rows made of one: "#" stands for the number of the row. */
function kindOf(header: string, row: string, fileName = 'export.csv'): TableKind {
  const headers = header.split('|');
  const rows = Array.from({ length: 10 }, (_, i) => row.replaceAll('#', `${10 + i}`).split('|'));
  return tableKind({ fileName, headers, rows, matches: matchHeaders(headers, rows).matches });
}

describe('the kind of a table', () => {
  it.each<readonly [kind: TableKind, header: string, row: string]>([
    ['launches', 'Title|Launch date|Price|Units sold', 'Mug #|2024-03-#|9.50|4#'],
    ['launches', 'Product|Release date|Sales in 8 weeks', 'Mug #|2024-03-#|4#'],
    ['launches', '名称|价格|月销量|商品详情|主图|链接', '水杯#|39|4#|好|a.png|b'],
    [
      'launches',
      'Title|Launch date|Units sold|Ad spend|Impressions|Clicks|Campaign name|Stock on hand',
      'Mug #|2024-03-#|4#|50|900|30|Spring|7',
    ],
    ['shop-report', 'Date|Units sold|Sessions|Total sales', '2024-03-#|4#|91#|120.5#'],
    ['shop-report', '统计日期|访客数|支付金额', '2024-03-#|9#|120.5'],
    ['market', 'Week|Interest', '2024-03-#|4#'],
    ['ads', 'Date|Campaign|Impressions|Clicks|Spend', '2024-03-#|Spring|900|3#|12.5'],
    ['settlement', 'Date|Transaction type|Amount|Fee|Net|Payout date', '2024-03-#|charge|9#|1|8|x'],
    ['settlement', 'Buchungstag|Valuta|Verwendungszweck|Betrag', '#.03.2024|x|Miete|-9#,5'],
    ['customers', 'First name|Last name|Email|Total spent|Total orders', 'A#|B|a#@b.c|9#|2'],
    ['chats', 'Ticket ID|Subject|Priority|Response time', '#|Where is it?|high|3'],
    ['launches', 'name|launched|pledged|state|backers', 'Atlas #|2017-03-#|9#0.50|failed|4#'],
    ['launches', 'Book|First published|Approximate sales in millions', 'A Tale #|1859|2#'],
    ['catalogue', 'title|brand|review_count|current_price', 'Shirt #|Loom|4#|57#'],
    ['reviews', 'utilisateur|commentaire|date', 'a#|Très bien #|2024-03-#'],
    ['price-list', 'Supplier code|Description|MOQ|Trade price', 'A#|Mug|12|4.5'],
    ['stock', 'Artikelnummer|Lagerbestand|Lagerort', 'A#|4#|B2'],
    ['orders', 'Order date|Order status|Products|Shipping method', '2024-03-#|done|Mug, Bowl|post'],
    ['till', 'Receipt no|Register|Cashier|Item|Price', '#|2|AB|Mug|9.5'],
    ['catalogue', 'Product name|Price|Brand', 'Mug #|9.5|Loom'],
    ['catalogue', 'Titolo|Prezzo|Marca', 'Gioco #|18,9#|Loom'],
    ['catalogue', 'title|price|sold_date', 'Mug #|9.5#|Sold  Dec #'],
    ['stock', 'produit|inventaire|quantite|entrepot', 'Tasse #|oui|4#|Lyon'],
    ['shop-report', 'Período|Pedidos', '2024-03-#|81#'],
    [
      'stock',
      '商品コード|商品名|繰越残数|入荷数量|出荷数量|在庫残数|在庫金額',
      'A#|粉#|9#|5#|4#|1#|9000',
    ],
    ['stock', 'Timestamp|SKU|Item name|Counted qty|Counted by', '2024-03-# 10:#|A#|Mug #|4#|x'],
    ['market', 'query|rank|site_or_seller|title|price', 'watch box|#|Shop #|Box #|16.99'],
    ['catalogue', 'ASIN|total|share', 'B09SDX#FQ|4#|0.0#'],
    [
      'returns',
      'Order ID|SKU|Title|Sale date|Return date|Quantity',
      '9#|A#|Mug #|2024-02-#|2024-03-#|1',
    ],
    ['other', 'recipe|ingredient|quantity', 'cake|flour #|4#'],
    ['other', 'seconds|temperature|humidity', '#|21.5|60'],
    ['other', 'name|distance|athlete_count|upload_id', 'Run #|10.#|1|88#'],
  ])('%s: %s', (kind, header, row) => {
    expect(kindOf(header, row)).toBe(kind);
  });

  it('is told by the name that the seller gave the file', () => {
    const [header, row] = ['Product|Date processed|Quantity|Price', 'Mug #|2024-03-#|1|9.5'];
    expect(kindOf(header, row)).toBe('launches');
    expect(kindOf(header, row, 'Returns 2024.csv')).toBe('returns');
    expect(kindOf(header, row, 'orders.csv')).toBe('launches');
    expect(kindOf('日期|渠道|费用', '2024-03-#|直通车|1#0', '广告费.csv')).toBe('ads');
  });

  it('is something else where the first row stands for the header', () => {
    expect(kindOf('34000.00|2350.50|2024', '3#000.00|2#50.50|2024')).toBe('other');
  });
});
