import type { AnyExportFormat } from './export-format.ts';
import { ALIMAMA_FORMATS } from './formats/reports/alimama.ts';
import { AMAZON_FORMATS } from './formats/amazon.ts';
import { BIGCOMMERCE_FORMATS } from './formats/bigcommerce.ts';
import { DOUYIN_FORMATS } from './formats/douyin.ts';
import { EBAY_FORMATS } from './formats/ebay.ts';
import { ETSY_FORMATS } from './formats/etsy.ts';
import { GOOGLE_ADS_FORMATS } from './formats/reports/google-ads.ts';
import { JD_FORMATS } from './formats/jd.ts';
import { KUAISHOU_FORMATS } from './formats/kuaishou.ts';
import { MERCADO_LIVRE_FORMATS } from './formats/mercado-livre.ts';
import { META_ADS_FORMATS } from './formats/reports/meta-ads.ts';
import { OPEN_DATA_FORMATS } from './formats/plain/open-data.ts';
import { PINDUODUO_FORMATS } from './formats/pinduoduo.ts';
import { PLAIN_FORMATS } from './formats/plain/plain.ts';
import { RAKUTEN_FORMATS } from './formats/rakuten.ts';
import { SHOPEE_FORMATS } from './formats/shopee.ts';
import { SHOPIFY_FORMATS } from './formats/shopify.ts';
import { SQUARE_FORMATS } from './formats/square.ts';
import { SYCM_FORMATS } from './formats/reports/sycm.ts';
import { TAOBAO_FORMATS } from './formats/taobao.ts';
import { TIKTOK_SHOP_FORMATS } from './formats/tiktok-shop.ts';
import { WEIXIN_FORMATS } from './formats/weixin.ts';
import { WIX_FORMATS } from './formats/wix.ts';
import { WOOCOMMERCE_FORMATS } from './formats/woocommerce.ts';
import { XIAOHONGSHU_FORMATS } from './formats/xiaohongshu.ts';

/** All formats, in order of priority: if two explain a file equally well, the first one is used. */
export const EXPORT_FORMATS: readonly AnyExportFormat[] = [
  ...SHOPIFY_FORMATS,
  ...AMAZON_FORMATS,
  ...WOOCOMMERCE_FORMATS,
  ...ETSY_FORMATS,
  ...EBAY_FORMATS,
  ...SQUARE_FORMATS,
  ...TIKTOK_SHOP_FORMATS,
  ...SHOPEE_FORMATS,
  ...WIX_FORMATS,
  ...BIGCOMMERCE_FORMATS,
  ...TAOBAO_FORMATS,
  ...DOUYIN_FORMATS,
  ...PINDUODUO_FORMATS,
  ...XIAOHONGSHU_FORMATS,
  ...KUAISHOU_FORMATS,
  ...WEIXIN_FORMATS,
  ...JD_FORMATS,
  ...RAKUTEN_FORMATS,
  ...MERCADO_LIVRE_FORMATS,
  ...META_ADS_FORMATS,
  ...GOOGLE_ADS_FORMATS,
  ...ALIMAMA_FORMATS,
  ...SYCM_FORMATS,
  ...OPEN_DATA_FORMATS,
  ...PLAIN_FORMATS,
];
