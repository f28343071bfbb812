import type { AnyExportFormat, ExportFormat } from '#core/import/platform-files/export-format.ts';

/** A campaign or ad group report segmented by day. */
const ADS: ExportFormat<'ads'> = {
  id: 'google-ads',
  platform: 'Google Ads',
  kind: 'ads',
  signatures: [
    ['Campaign', 'Impr.', 'Cost'],
    ['Campaign', 'Impr.', 'Clicks'],
    ['Campaign', 'Campaign status', 'Cost'],
    ['Ad group', 'Impr.', 'Cost'],
    ['Campaign', 'Currency code', 'Cost'],
    ['Campaign', 'Currency code', 'Clicks'],
    ['Kampagne', 'Impr.', 'Kosten'],
    ['Kampagne', 'Währungscode', 'Klicks'],
    ['广告系列', '展示次数', '费用'],
    ['广告系列', '货币代码', '点击次数'],
  ],
  columns: {
    campaign: ['Campaign', 'Kampagne', '广告系列'],
    adSet: ['Ad group', 'Anzeigengruppe', '广告组'],
    from: ['Day', 'Date', 'Tag', '日期', '天'],
    spend: ['Cost', 'Kosten', '费用'],
    impressions: ['Impr.', 'Impressions', '展示次数'],
    clicks: ['Clicks', 'Klicks', '点击次数'],
  },
  needed: [['campaign', 'adSet'], ['from'], ['spend']],
};

export const GOOGLE_ADS_FORMATS: readonly AnyExportFormat[] = [ADS];
