// Lists what to export from each platform: where to click, what is left out, and what the files do not show.

import type { AnyExportFormat } from '#core/import/platform-files/export-format.ts';
import { AMAZON_FORMATS } from '#core/import/platform-files/formats/amazon.ts';
import { ETSY_FORMATS } from '#core/import/platform-files/formats/etsy.ts';
import { SHOPIFY_FORMATS } from '#core/import/platform-files/formats/shopify.ts';
import { TAOBAO_FORMATS } from '#core/import/platform-files/formats/taobao.ts';
import { WOOCOMMERCE_FORMATS } from '#core/import/platform-files/formats/woocommerce.ts';
import { m } from '#messages';

/** Formats of all platforms that are explained here. */
export const EXPLAINED_FORMATS: readonly AnyExportFormat[] = [
  ...SHOPIFY_FORMATS,
  ...AMAZON_FORMATS,
  ...WOOCOMMERCE_FORMATS,
  ...ETSY_FORMATS,
  ...TAOBAO_FORMATS,
];

interface ExportGuide {
  readonly title: string;
  /** Where to click. */
  readonly way: string;
  /** IDs of the formats of these files. */
  readonly formats: readonly string[];
}

export interface PlatformGuide {
  /** Anchor on the page. */
  readonly id: string;
  readonly name: string;
  readonly files: readonly ExportGuide[];
  readonly leftOut: string;
  /** What these files do not show, and what to do about it. */
  readonly gap: string;
}

/** Etsy's own names, in English only. */
const ETSY = {
  menu: 'Shop Manager → Settings → Options → Download Data',
  items: 'Order Items',
  orders: 'Orders',
};
const WOOCOMMERCE_PLUGINS = {
  first: 'Advanced Order Export',
  second: 'Customer/Order CSV Export',
};

export function platformGuides(): readonly PlatformGuide[] {
  return [shopify(), amazon(), wooCommerce(), etsy(), taobao()];
}

function shopify(): PlatformGuide {
  return {
    id: 'shopify',
    name: 'Shopify',
    files: [
      {
        title: m.help_how_orders(),
        way: m.help_shopify_orders(),
        formats: ['shopify-orders'],
      },
      {
        title: m.help_how_products(),
        way: m.help_shopify_products(),
        formats: ['shopify-products'],
      },
    ],
    leftOut: m.help_shopify_left(),
    gap: m.help_shopify_gap({ meta: 'Meta Ads', google: 'Google Ads' }),
  };
}

function amazon(): PlatformGuide {
  return {
    id: 'amazon',
    name: 'Amazon',
    files: [
      { title: m.help_how_orders(), way: m.help_amazon_orders(), formats: ['amazon-orders'] },
      {
        title: m.help_how_products(),
        way: m.help_amazon_products(),
        formats: ['amazon-listings'],
      },
      {
        title: m.help_how_visits(),
        way: m.help_amazon_visits(),
        formats: ['amazon-business-report'],
      },
      { title: m.help_how_ads(), way: m.help_amazon_ads(), formats: ['amazon-ads'] },
      {
        title: m.help_how_returns(),
        way: m.help_amazon_returns(),
        formats: ['amazon-fba-returns'],
      },
    ],
    leftOut: m.help_amazon_left(),
    gap: m.help_amazon_gap(),
  };
}

function wooCommerce(): PlatformGuide {
  return {
    id: 'woocommerce',
    name: 'WooCommerce',
    files: [
      {
        title: m.help_how_orders(),
        way: m.help_woo_orders(WOOCOMMERCE_PLUGINS),
        formats: ['woocommerce-orders', 'woocommerce-orders-packed'],
      },
      {
        title: m.help_how_products(),
        way: m.help_woo_products(),
        formats: ['woocommerce-products'],
      },
    ],
    leftOut: m.help_woo_left(),
    gap: m.help_woo_gap(),
  };
}

function etsy(): PlatformGuide {
  return {
    id: 'etsy',
    name: 'Etsy',
    files: [
      {
        title: m.help_how_orders(),
        way: m.help_etsy_orders(ETSY),
        formats: ['etsy-order-items', 'etsy-orders'],
      },
      { title: m.help_how_products(), way: m.help_etsy_products(), formats: ['etsy-listings'] },
    ],
    leftOut: m.help_etsy_left(),
    gap: m.help_etsy_gap(),
  };
}

function taobao(): PlatformGuide {
  return {
    id: 'taobao',
    name: m.help_taobao(),
    files: [
      {
        title: m.help_how_orders(),
        way: m.help_taobao_orders(),
        formats: ['taobao-orders', 'taobao-order-items'],
      },
      { title: m.help_how_visits_and_ads(), way: m.help_taobao_ads(), formats: [] },
    ],
    leftOut: m.help_taobao_left(),
    gap: m.help_taobao_gap(),
  };
}
