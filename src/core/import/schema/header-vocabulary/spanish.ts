import { words } from '#core/base/text/words.ts';
import type { FieldWords } from './vocabulary.ts';

export const SPANISH: FieldWords = {
  productId: words(
    'referencia, codigo, codigo de producto, codigo del producto, id de producto, id del producto',
    'codigo de articulo, numero de articulo, ref, clave',
  ),
  title: words(
    'titulo, nombre del producto, nombre de producto, nombre, titulo del producto, producto',
    'articulo, nombre del articulo, descripcion',
  ),
  category: [
    ...['categoria', 'categoria de producto', 'categoria del producto', 'categorias'],
    ...['tipo de producto', 'familia', 'departamento', 'seccion'],
  ],
  brand: ['marca', 'fabricante', 'proveedor'],
  listPrice: words(
    'precio de lista, precio, precio original, precio de catalogo, precio regular, precio normal',
    'pvp recomendado, pvpr, pvp, precio unitario',
  ),
  unitCost: words(
    'coste unitario, costo unitario, coste, costo, precio de coste, precio de costo',
    'precio de compra, costo de compra, coste por unidad, costo por unidad',
  ),
  launchDate: words(
    'fecha de lanzamiento, lanzamiento, fecha de inicio, fecha de salida, fecha de publicacion',
    'fecha de alta, inicio de venta, primera venta, fecha de creacion, disponible desde, fecha',
  ),
  channel: [
    ...['canal de venta', 'canal de ventas', 'canal', 'tienda', 'plataforma'],
    ...['canal de lanzamiento', 'punto de venta', 'lugar de venta', 'plataforma de venta'],
    ...['donde se vende', 'donde se vendio', 'vendido en'],
  ],
  promotion: words(
    'promocion, oferta, cupon, tipo de promocion, campana, descuento aplicado, codigo de descuento',
    'tipo de oferta, descuento',
  ),
  salePrice: [
    ...['precio de venta', 'precio rebajado', 'precio de oferta', 'precio promocional'],
    ...['precio con descuento', 'precio final', 'precio medio de venta', 'precio pagado'],
  ],
  discount: [
    ...['descuento', 'descuentos', 'porcentaje de descuento', 'importe de descuento'],
    ...['importe del descuento', 'rebaja', 'rebajas'],
  ],
  adSpend: words(
    'gasto publicitario, gasto en publicidad, inversion publicitaria, gastos de publicidad',
    'inversion en publicidad, coste publicitario, presupuesto publicitario, publicidad',
    'gasto en anuncios, gasto en marketing, anuncios',
  ),
  channelFee: [
    ...['comision', 'comision de venta', 'comision del canal', 'tarifa'],
    ...['tarifa de venta', 'porcentaje de comision', 'comision por venta', 'comisiones'],
  ],
  firstStock: [
    ...['stock inicial', 'existencias iniciales', 'inventario inicial', 'primer stock'],
    ...['stock de lanzamiento', 'unidades iniciales'],
  ],
  impressions: words(
    'impresiones, visitas, vistas, sesiones, visualizaciones, paginas vistas, visitas a la pagina',
  ),
  clicks: ['clics', 'clics totales', 'numero de clics'],
  orders: words(
    'pedidos, numero de pedidos, compras, ordenes, total de pedidos, cantidad de pedidos',
  ),
  units: [
    ...['unidades vendidas', 'unidades', 'cantidad vendida', 'cantidad'],
    ...['piezas vendidas', 'articulos vendidos', 'piezas', 'vendidos', 'ventas'],
  ],
  revenue: words(
    'ingresos, facturacion, importe, ventas totales, ventas netas, ventas brutas',
    'importe de ventas, ingresos por ventas, monto de ventas, monto, total vendido, ventas',
  ),
  returns: ['devoluciones', 'unidades devueltas', 'cantidad devuelta', 'articulos devueltos'],
  rating: [
    ...['valoracion media', 'valoracion', 'calificacion', 'calificacion media'],
    ...['puntuacion', 'puntuacion media', 'estrellas', 'calificacion promedio'],
  ],
};
