// Names that shops use for where they sell, whatever the header above them.

import { words } from '#core/base/text/words.ts';
import { spellingKey } from '#core/base/text/split-words.ts';

const NAMES: readonly string[] = words(
  'Amazon, Etsy, eBay, Walmart, Wayfair, Shopify, WooCommerce, BigCommerce, Squarespace, Wix',
  'Square, Faire, Ankorstore, Depop, Vinted, Poshmark, Mercari, OnBuy, Not on the High Street',
  'Notonthehighstreet, Folksy, ManoMano, Zalando, Otto, Kaufland, Cdiscount, Fnac, bol.com',
  'Allegro, Rakuten, Mercado Livre, Mercado Libre, Shopee, Lazada, Temu, AliExpress, TikTok Shop',
  'TikTok, Instagram, Instagram Shop, Facebook, Facebook Marketplace, WhatsApp, 淘宝, 天猫, 京东',
  '拼多多, 抖音, 小红书, 快手, 微信小程序, 小程序, 楽天, 楽天市場, メルカリ, minne, Creema, BASE',
  'STORES, website, own website, our website, web, webshop, web shop, web store, online',
  'online shop, online store, own shop, own store, store, shop, in store, retail, wholesale, B2B',
  'pop-up, pop-up shop, craft market, craft fair, market stall, Ladengeschäft, Laden, Filiale',
  'tienda, tienda online, sitio web, boutique, boutique en ligne, magasin, site web, loja',
  'loja online, site, 官网, 自营, 门店, 线下门店, 线上, 线下, 市集, 自社サイト, 店舗, 実店舗',
);

const KEYS: ReadonlySet<string> = new Set(NAMES.map(channelKey));

/** Returns whether a text names a place to sell, such as "Amazon.co.uk" or "Our website". */
export function isChannelName(text: string): boolean {
  return KEYS.has(channelKey(text));
}

function channelKey(text: string): string {
  return spellingKey(
    text.trim().replace(/\.(?:com?|de|fr|es|it|nl|ca|jp|cn)(?:\.\p{L}{2})?$/iu, ''),
  );
}
