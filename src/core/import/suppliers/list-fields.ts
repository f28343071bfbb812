// What suppliers call the columns of their lists, as `foldedHeader` writes it, best first.

import { words } from '#core/base/text/words.ts';

export type ListField =
  | ('title' | 'sku' | 'makerSku' | 'barcode' | 'category' | 'brand' | 'supplier')
  | ('cost' | 'listPrice' | 'currency' | 'minimum' | 'pack' | 'lead')
  | ('size' | 'colour' | 'variant' | 'material');

export const LIST_FIELDS: Readonly<Record<ListField, readonly string[]>> = {
  title: words(
    'product name, item name, article name, name, title, style name, product title, description',
    'product description, item description, article description, product, article, goods',
    'model name, bezeichnung, artikelbezeichnung, produktname, nombre, producto, descripcion',
    'designation, nom, produit, nome, produto, 品名, 商品名称, 产品名称, 商品名, 产品名, 货品名称',
    '中文品名, 品名规格, 商品标题, 产品标题, 标题, 款名, 名称, 商品, 产品',
  ),
  sku: words(
    'sku, item no, item number, item code, article no, article number, art no, art nr',
    'artikelnummer, product code, product no, style no, style number, model no, model number',
    'item ref, supplier sku, reference, referencia, ref, code, model, style, item, 货号, 款号',
    '商品编号, 商品编码, 产品编号, 产品编码, 产品货号, 商品货号, 单品货号, 商家编码, sku编码',
    '产品型号, 型号, 编码, 编号',
  ),
  makerSku: words(
    'mpn, manufacturer part number, manufacturer part no, manufacturer sku, manufacturer no',
    'manufacturer code, maker sku, maker no, factory code, factory item no, factory no, oem no',
    'herstellernummer, 厂家货号, 原厂货号, 厂家编码, 厂家型号, 工厂货号, 原厂编号',
  ),
  barcode: [
    ...['ean', 'barcode', 'bar code', 'gtin', 'upc', 'ean13', 'ean 13', 'ean code', 'upc code'],
    ...['ean upc', 'jan', 'jan code', '条形码', '条码', '国际条码', '商品条码', '产品条码', '69码'],
  ],
  category: words(
    'category, product category, product group, product type, group, type, range, collection',
    'department, kategorie, warengruppe, categoria, categorie, famille, 品类, 类目, 分类, 类别',
    '产品分类, 商品分类, 商品类目, 产品类别, 大类, 系列',
  ),
  brand: ['brand', 'brand name', 'marke', 'marca', 'marque', '品牌'],
  supplier: [
    ...['supplier', 'supplier name', 'vendor', 'vendor name', 'factory', 'factory name'],
    ...['manufacturer', 'lieferant', 'proveedor', 'fournisseur', '供应商', '供应商名称', '供货商'],
    ...['厂家', '厂商', '工厂', '生产厂家', '厂家名称', '店铺名称', '店铺'],
  ],
  cost: words(
    'unit cost, cost price, cost, unit price, wholesale price, wholesale, fob price, exw price',
    'trade price, factory price, supplier price, purchase price, buying price, net price',
    'price per unit, price per piece, price each, price, fob, exw, quotation, quote',
    'price per dozen, dozen price, price per carton, carton price, einkaufspreis, ek preis, ek',
    'nettopreis, ek netto, netto, preis, stuckpreis, precio unitario, precio, coste, prix unitaire',
    'prix d achat, prix, preco, 含税单价, 含税价, 含税出厂价, 供货价, 拿货价, 进货价, 采购价',
    '批发价, 批发单价, 出厂价, 成本价, 单价, 价格, 报价, 未税单价, 未税价, 不含税价, 代发价, 箱价',
  ),
  listPrice: words(
    'rrp, msrp, srp, recommended retail price, suggested retail price, retail price',
    'recommended price, list price, uvp, pvp, pvpr, prix public, retail, 建议零售价, 零售指导价',
    '统一零售价, 建议售价, 指导价, 零售价, 吊牌价, 市场价',
  ),
  currency: ['currency', 'curr', 'ccy', 'wahrung', 'moneda', 'devise', '币种', '货币', '币别'],
  minimum: words(
    'moq, minimum order quantity, minimum order, min order qty, min order quantity, min order',
    'minimum quantity, minimum qty, min qty, minimum, mindestbestellmenge, mindestmenge',
    'pedido minimo, quantite minimum, 最小起订量, 最低起订量, 起订量, 起批量, 最小起批量, 起购量',
    '起订数, 最小订量, 起订, 起批',
  ),
  pack: words(
    'pack size, case pack, case qty, case quantity, qty per carton, pcs per carton',
    'units per carton, units per case, qty ctn, pcs ctn, carton qty, carton quantity',
    'order multiple, packing, pack, case, per carton, verpackungseinheit, ve, 箱规, 装箱数',
    '装箱数量, 装箱量, 每箱数量, 每箱, 箱装数, 整箱数量, 入数, 包装数量, 包装数, 装箱',
  ),
  lead: [
    ...['lead time', 'leadtime', 'delivery time', 'production time', 'dispatch time', 'delivery'],
    ...['availability', 'lieferzeit', 'plazo de entrega', 'delai de livraison', 'delai', '交期'],
    ...['交货期', '交货时间', '发货时间', '发货期', '货期', '供货周期', '生产周期', '备货周期'],
  ],
  size: words(
    'size, sizes, dimensions, dimension, product size, measurements, grosse, talla, taille, 尺码',
    '码数, 尺寸, 产品尺寸',
  ),
  colour: ['colour', 'color', 'colours', 'colors', 'farbe', 'couleur', '颜色', '颜色分类', '花色'],
  variant: [
    ...['variant', 'variants', 'variation', 'option', 'options', 'specification', 'spec', 'specs'],
    ...['specifications', '规格', '规格型号', 'sku规格', '销售属性', '款式', '属性'],
  ],
  material: words('material, materials, fabric, composition, 材质, 材料, 面料, 成分, 质地'),
};
