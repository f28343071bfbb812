import { words } from '#core/base/text/words.ts';
import type { AnyExportFormat, ExportFormat } from '#core/import/platform-files/export-format.ts';

const ADS: ExportFormat<'ads'> = {
  id: 'meta-ads',
  platform: 'Meta Ads',
  kind: 'ads',
  signatures: [
    ['Amount spent (*)', 'Campaign name'],
    ['Amount spent (*)', 'Ad set name'],
    ['Amount spent (*)', 'Reporting starts'],
    ['Reporting starts', 'Reporting ends'],
    ['Ausgegebener Betrag (*)', 'Kampagnenname'],
    ['Ausgegebener Betrag (*)', 'Berichtsbeginn'],
    ['Berichtsbeginn', 'Berichtsende'],
    ['Importe gastado (*)', 'Nombre de la campaña'],
    ['Importe gastado (*)', 'Inicio del informe'],
    ['Inicio del informe', 'Fin del informe'],
    ['广告系列名称', '花费金额*'],
    ['广告系列名称', '已花费金额*'],
    ['报告开始日期', '报告结束日期'],
  ],
  columns: {
    campaign: ['Campaign name', 'Kampagnenname', 'Nombre de la campaña', '广告系列名称'],
    adSet: [
      ...['Ad set name', 'Anzeigengruppenname', 'Name der Anzeigengruppe'],
      ...['Nombre del conjunto de anuncios', '广告组名称'],
    ],
    from: words(
      'Day, Tag, Día, Reporting starts, Berichtsbeginn, Inicio del informe, 报告开始日期',
    ),
    until: ['Reporting ends', 'Berichtsende', 'Fin del informe', '报告结束日期'],
    spend: words(
      'Amount spent (*), Ausgegebener Betrag (*), Importe gastado (*), 花费金额*, 已花费金额*',
    ),
    impressions: ['Impressions', 'Impressionen', 'Impresiones', '展示次数'],
    clicks: [
      ...['Link clicks', 'Link-Klicks', 'Clics en el enlace', '链接点击量'],
      ...['Clicks (all)', 'Klicks (alle)', 'Clics (todos)', '点击量(全部)'],
    ],
  },
  needed: [['campaign', 'adSet'], ['from'], ['spend']],
};

export const META_ADS_FORMATS: readonly AnyExportFormat[] = [ADS];
