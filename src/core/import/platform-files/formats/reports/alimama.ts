import type { AnyExportFormat, ExportFormat } from '#core/import/platform-files/export-format.ts';

/** Reports of 万相台 and its predecessor 直通车. */
const ADS: ExportFormat<'ads'> = {
  id: 'alimama-ads',
  platform: '阿里妈妈',
  kind: 'ads',
  signatures: [
    ['计划名字', '花费'],
    ['计划ID', '展现量', '花费'],
    ['主体ID', '展现量'],
    ['场景名字', '花费'],
    ['推广计划名称', '花费*'],
    ['推广计划', '展现量', '花费*'],
    ['推广单元名称', '花费*'],
  ],
  columns: {
    campaign: ['计划名字', '计划名称', '推广计划名称', '推广计划'],
    adSet: ['单元名字', '单元名称', '推广单元名称', '推广单元'],
    productId: ['主体ID', '宝贝ID', '商品ID'],
    title: ['主体名称', '宝贝名称', '商品名称'],
    from: ['日期'],
    spend: ['花费', '花费(元)'],
    impressions: ['展现量'],
    clicks: ['点击量'],
  },
  needed: [['from'], ['spend']],
};

export const ALIMAMA_FORMATS: readonly AnyExportFormat[] = [ADS];
