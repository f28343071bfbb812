import type { AnyExportFormat, ExportFormat } from '../export-format.ts';

/** 商品一括編集: one row for the product, then one per variant. */
const ITEMS: ExportFormat<'catalogue'> = {
  id: 'rakuten-items',
  platform: '楽天市場',
  kind: 'catalogue',
  signatures: [
    ['商品管理番号(商品URL)', '商品名'],
    ['商品管理番号(商品URL)', '倉庫指定'],
    ['商品管理番号(商品URL)', 'SKU管理番号'],
    ['商品名', '倉庫指定', '販売価格'],
  ],
  columns: {
    productId: ['商品管理番号(商品URL)'],
    sku: ['SKU管理番号', 'システム連携用SKU番号'],
    title: ['商品名'],
    variant: [
      ...['バリエーション項目選択肢1', 'バリエーション項目選択肢2', 'バリエーション項目選択肢3'],
      ...['バリエーション項目選択肢4', 'バリエーション項目選択肢5', 'バリエーション項目選択肢6'],
    ],
    description: ['PC用商品説明文', 'スマートフォン用商品説明文', 'キャッチコピー'],
    category: ['ジャンルID'],
    listPrice: ['表示価格'],
    salePrice: ['販売価格'],
    listedAt: ['販売期間指定(開始日時)', '予約商品発売日'],
    stock: ['在庫数'],
  },
  needed: [['productId'], ['title']],
};

export const RAKUTEN_FORMATS: readonly AnyExportFormat[] = [ITEMS];
