import type { Choice } from '#components/ui/controls/choice.ts';
import { knownWay } from '#components/pages/data/platform-files/export-guide.ts';
import { languageTag } from '#messages/language-tag.ts';

/** Platforms by the format of their orders, with their names in Latin letters and in Chinese. */
const WEST = {
  'shopify-orders': ['Shopify', 'Shopify'],
  'amazon-orders': ['Amazon', '亚马逊'],
  'etsy-orders': ['Etsy', 'Etsy'],
  'woocommerce-orders': ['WooCommerce', 'WooCommerce'],
  'ebay-orders': ['eBay', 'eBay'],
  'square-items': ['Square', 'Square'],
} as const;
const CHINA = {
  'taobao-orders': ['Taobao, Tmall', '淘宝、天猫'],
  'douyin-orders': ['Douyin', '抖音（抖店）'],
  'pinduoduo-orders': ['Pinduoduo', '拼多多'],
  'xiaohongshu-orders': ['Xiaohongshu', '小红书'],
  'jd-orders': ['JD', '京东'],
  'kuaishou-orders': ['Kuaishou', '快手'],
  'weixin-orders': ['Weixin shop', '微信小店（视频号）'],
} as const;

type Platform = keyof typeof WEST | keyof typeof CHINA;

/** Returns the platforms, those of the language's countries first. */
export function shopPlatforms(): readonly Choice<Platform>[] {
  const isChinese = languageTag().startsWith('zh');
  const platforms = isChinese ? { ...CHINA, ...WEST } : { ...WEST, ...CHINA };
  return Object.entries(platforms).map(([id, [latin, chinese]]) => ({
    value: id as Platform,
    label: isChinese ? chinese : latin,
  }));
}

/** Says where the platform exports its orders; '' for none. */
export function wayToExport(platform: Platform | ''): string {
  return platform === '' ? '' : (knownWay(platform) ?? '');
}
