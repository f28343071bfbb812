import type { AnyExportFormat, ExportFormat } from '#core/import/platform-files/export-format.ts';

/** 生意参谋, 商品排行: visits and purchases by product page. */
const PRODUCTS: ExportFormat<'traffic'> = {
  id: 'sycm-products',
  platform: '生意参谋',
  kind: 'traffic',
  signatures: [
    ['商品ID', '商品访客数'],
    ['商品ID', '支付买家数'],
    ['商品访客数', '支付件数'],
    ['统计日期', '商品访客数'],
    ['商品浏览量', '支付买家数'],
  ],
  columns: {
    productId: ['商品ID'],
    sku: ['货号'],
    title: ['商品名称'],
    impressions: ['商品访客数', '商品浏览量'],
    units: ['支付件数', '支付商品件数'],
    revenue: ['支付金额'],
    from: ['统计日期', '日期'],
  },
  needed: [
    ['productId', 'title'],
    ['impressions', 'units'],
  ],
};

export const SYCM_FORMATS: readonly AnyExportFormat[] = [PRODUCTS];
